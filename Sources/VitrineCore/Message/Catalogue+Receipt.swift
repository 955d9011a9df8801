extension Catalogue {
  /// What stands on the sheet that is printed of a broadcast, and whether it is still true.
  static let receipt = """
    help.broadcast.verify
    en Ask each page whether the message is still there and still says what it said
    fr Demander à chaque page si le message y est toujours et dit toujours la même chose

    help.broadcast.takedown
    en Take the message down from all of its pages, or from those of some stores
    fr Retirer le message de toutes ses pages, ou de celles de certains magasins

    takedown.begun
    en {1#} {1?post comes:posts come} down, or never {1?goes:go} up
    fr {1#} {1?publication est retirée:publications sont retirées}, ou ne {1?sortira:sortiront} jamais

    takedown.nothing
    en nothing of {1} is on these pages, or on its way there
    fr rien de {1} n'est sur ces pages, ni en chemin

    takedown.nothing.hint
    en 'vitrine broadcast status {1} --pages' shows where it is
    fr « vitrine broadcast status {1} --pages » montre où il en est

    verify.sum
    en {1#} published: {2#} the same, {3#} altered, {4#} missing, {5#} without an answer
    fr {1#} {1?publiée:publiées} : {2#} à l'identique, {3#} {3?modifiée:modifiées}, {4#} {4?disparue:disparues}, {5#} sans réponse

    verify.altered
    en altered
    fr modifiée

    verify.missing
    en missing
    fr disparue

    verify.unclear
    en no answer
    fr sans réponse

    receipt.page.title
    en {1} · receipt of a broadcast
    fr {1} · reçu de diffusion

    receipt.page.targeted
    en targeted
    fr visées

    receipt.page.author
    en written by
    fr écrite par

    receipt.page.approval
    en approved by
    fr approuvée par

    receipt.page.launcher
    en launched by
    fr lancée par

    receipt.page.first
    en on the first page
    fr sur la première page

    receipt.page.last
    en on the last page
    fr sur la dernière page

    receipt.page.stores
    en stores
    fr magasins

    receipt.page.id
    en number
    fr numéro

    receipt.page.digest
    en digest that was approved
    fr empreinte approuvée

    receipt.page.clock
    en Times are those of {1}.
    fr Les heures sont celles de {1}.

    receipt.page.text
    en The text, as {1} shows it
    fr Le texte, tel que {1} le montre

    receipt.page.findings
    en What an auditor would ask
    fr Ce qu'un auditeur demanderait

    receipt.page.open
    en {1?Page that is:Pages that are} not public ({1#})
    fr {1?Page qui n'est pas publique:Pages qui ne sont pas publiques} ({1#})

    receipt.page.pages
    en Every page ({1#})
    fr Toutes les pages ({1#})

    receipt.page.link
    en link
    fr lien

    receipt.page.proof
    en The proof
    fr La preuve

    receipt.page.proofs
    en The folder proofs holds {1#} {1?record:records} of the log, each with the proof that the log holds it. They are checked with the checkpoint and the key below, by this program (vitrine audit verify) or by any other for C2SP tlog-proof.
    fr Le dossier proofs contient {1#} {1?enregistrement:enregistrements} du journal, chacun avec la preuve que le journal le contient. On les vérifie avec le point de contrôle et la clé ci-dessous, par ce programme (vitrine audit verify) ou par tout autre pour C2SP tlog-proof.
    """
}

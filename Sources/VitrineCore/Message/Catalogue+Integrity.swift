extension Catalogue {
  /// Texts about proving the log: checkpoints, proofs, witnesses, exports.
  static let integrity = """
    audit.paper.malformed
    en the text is not a checkpoint from paper: a size, and a root of 64 digits 0-9 a-f
    fr le texte n'est pas un point de contrôle sur papier : une taille, et une racine de 64
      chiffres 0-9 a-f

    audit.paper.hint
    en type the lines as printed: 'size 1212', then 'root' and the digits; blanks do not matter
    fr tapez les lignes telles qu'imprimées : « size 1212 », puis « root » et les chiffres ; les
      espaces ne comptent pas

    audit.note.otherText
    en the two notes are not about the same checkpoint
    fr les deux notes ne portent pas sur le même point de contrôle

    audit.witness.shrunk
    en the log {1} has shrunk: {2#} {2?record:records} were seen, now it says {3#}
    fr le journal {1} a rétréci : {2#} {2?enregistrement:enregistrements} ont été vus, il en
      annonce maintenant {3#}

    audit.witness.fork
    en the log {1} was rewritten: the one of {3#} {3?record:records} did not grow out of the one of
      {2#} that was seen
    fr le journal {1} a été réécrit : celui de {3#} {3?enregistrement:enregistrements} ne prolonge
      pas celui de {2#} qui avait été vu

    audit.witness.alarm
    en nothing was signed; keep both checkpoints, they are the evidence, and tell the auditor
    fr rien n'a été signé ; gardez les deux points de contrôle, ils sont la preuve, et prévenez
      l'auditeur

    audit.witness.needsProof
    en from {1#} to {2#} records a proof is needed that the log only grew
    fr de {1#} à {2#} enregistrements, il faut une preuve que le journal n'a fait que grandir

    audit.witness.needsProof.hint
    en the desk makes it with 'vitrine audit prove --from {1} --out FILE'
    fr le bureau la produit avec « vitrine audit prove --from {1} --out FICHIER »

    audit.found.unreadable
    en record {1} cannot be read; nothing behind it was checked
    fr l'enregistrement {1} est illisible ; rien de ce qui suit n'a été vérifié

    audit.found.leaf
    en the stored hash of record {1} is damaged
    fr l'empreinte conservée de l'enregistrement {1} est endommagée

    audit.found.extraNode
    en the stored tree has a node {2} at level {1} for records that are not there
    fr l'arbre conservé a un nœud {2} au niveau {1} pour des enregistrements qui n'existent pas

    audit.found.headUnreadable
    en the head of the tree cannot be read
    fr la tête de l'arbre est illisible

    audit.found.note
    en the kept checkpoint at {1#} {1?record:records} is damaged: its note and its columns disagree
    fr le point de contrôle conservé à {1#} {1?enregistrement:enregistrements} est endommagé : sa
      note et ses colonnes ne concordent pas

    audit.found.signature
    en the checkpoint at {2#} {2?record:records} is not signed by {1}
    fr le point de contrôle à {2#} {2?enregistrement:enregistrements} n'est pas signé par {1}

    audit.found.lostCheckpoint
    en the checkpoint at {1#} {1?record:records} was signed and is not kept any more
    fr le point de contrôle à {1#} {1?enregistrement:enregistrements} a été signé et n'est plus
      conservé

    audit.found.identity
    en the name beside {1} is not the one that record {2} binds
    fr le nom associé à {1} n'est pas celui que lie l'enregistrement {2}

    audit.found.unboundIdentity
    en a name stands beside {1} that no record binds
    fr un nom est associé à {1} sans qu'aucun enregistrement ne le lie

    audit.found.text
    en the reason kept beside record {1} is not the one that was given
    fr le motif conservé avec l'enregistrement {1} n'est pas celui qui a été donné

    audit.found.file
    en the file '{1}' differs from the log, first at record {2}
    fr le fichier « {1} » diffère du journal, d'abord à l'enregistrement {2}

    audit.found.missingFile
    en the file '{1}' is missing or cannot be read (from record {2} on)
    fr le fichier « {1} » manque ou est illisible (à partir de l'enregistrement {2})

    audit.found.strayFile
    en the file '{1}' does not belong to the export
    fr le fichier « {1} » ne fait pas partie de l'export

    audit.verify.noKey
    en the signature of the checkpoint at {1#} {1?record:records} was not checked: no key; say
      --key
    fr la signature du point de contrôle à {1#} {1?enregistrement:enregistrements} n'a pas été
      vérifiée : pas de clé ; indiquez --key

    audit.verify.paper
    en the checkpoint at {1#} {1?record:records} comes from paper, which no key signed: trust the
      pen below it
    fr le point de contrôle à {1#} {1?enregistrement:enregistrements} vient du papier, qu'aucune
      clé n'a signé : fiez-vous à la signature manuscrite

    audit.verify.ownKey
    en the key was taken from the folder itself; --key with the one that you know is stronger
    fr la clé a été prise dans le dossier lui-même ; --key avec celle que vous connaissez est plus
      sûr

    audit.verify.seen
    en seen by {1} up to record {2}, at {3}
    fr vu par {1} jusqu'à l'enregistrement {2}, le {3}

    audit.verify.included
    en record {1} is in the log of {2#} {2?record:records}, root {3}
    fr l'enregistrement {1} est dans le journal de {2#} {2?enregistrement:enregistrements}, racine
      {3}

    audit.verify.grew
    en the log of {2#} {2?record:records} grew out of the one of {1#}, root {3}
    fr le journal de {2#} {2?enregistrement:enregistrements} prolonge celui de {1#}, racine {3}

    audit.vkey.notWitness
    en the key {1} is a log's, not a witness's
    fr la clé {1} est celle d'un journal, pas d'un témoin

    audit.noFolder
    en there is no folder '{1}'
    fr il n'y a pas de dossier « {1} »

    audit.noPost
    en no record speaks of the post '{1}'
    fr aucun enregistrement ne parle du message « {1} »

    audit.noCheckpoint
    en no checkpoint of {1#} {1?record:records} is kept
    fr aucun point de contrôle à {1#} {1?enregistrement:enregistrements} n'est conservé

    audit.noCheckpoint.hint
    en leave --to away for the newest
    fr omettez --to pour le plus récent

    audit.prove.what
    en say one of: the number of a record, --post ID, or --from SIZE (with --to SIZE)
    fr indiquez l'un de : le numéro d'un enregistrement, --post ID, ou --from TAILLE (avec --to
      TAILLE)

    audit.proved
    en '{3}' proves record {1} in the log of {2#} {2?record:records}
    fr « {3} » prouve l'enregistrement {1} dans le journal de {2#}
      {2?enregistrement:enregistrements}

    audit.proved.growth
    en '{3}' proves that the log grew from {1#} to {2#} records
    fr « {3} » prouve que le journal a grandi de {1#} à {2#} enregistrements

    audit.cosign.what
    en say which checkpoint and which log: 'vitrine audit cosign CHECKPOINT --key FILE --log VKEY'
    fr indiquez le point de contrôle et le journal : « vitrine audit cosign POINT --key FICHIER
      --log VKEY »

    audit.cosign.what.hint
    en a new key is made with --new-key NAME --key FILE
    fr une nouvelle clé se crée avec --new-key NOM --key FICHIER

    audit.cosign.first
    en the first checkpoint of {1} that this witness sees; from now on it compares
    fr premier point de contrôle de {1} que voit ce témoin ; désormais il compare

    audit.cosign.keyExists
    en '{1}' is there already; a key is never overwritten
    fr « {1} » existe déjà ; une clé n'est jamais écrasée

    audit.cosign.nobody
    en no known witness signed this note
    fr aucun témoin connu n'a signé cette note

    audit.cosign.nobody.hint
    en name the witness's key with --witness, or keep it in vitrine.yaml as audit.witnesses
    fr nommez la clé du témoin avec --witness, ou gardez-la dans vitrine.yaml sous audit.witnesses

    audit.attached
    en kept with the checkpoint at {1#} {1?record:records}: {2}
    fr conservé avec le point de contrôle à {1#} {1?enregistrement:enregistrements} : {2}

    audit.exported.file
    en {1#} {1?record is:records are} in '{2}'
    fr {1#} {1?enregistrement est:enregistrements sont} dans « {2} »

    console.needs
    en {1} needs {2} too
    fr {1} demande aussi {2}

    storage.auditNode
    en the stored tree has no node {2} at level {1}
    fr l'arbre conservé n'a pas de nœud {2} au niveau {1}

    storage.auditNode.hint
    en run 'vitrine audit verify': it names what was changed
    fr lancez « vitrine audit verify » : il dit ce qui a été modifié

    config.witness
    en {1}: '{2}' is not the verifier key of a witness
    fr {1} : « {2} » n'est pas la clé de vérification d'un témoin

    help.audit.prove
    en prove that a record is in the log, or that the log only grew
    fr prouver qu'un enregistrement est au journal, ou que le journal n'a fait que grandir

    help.audit.cosign
    en sign a checkpoint as a witness, on a machine without a desk
    fr signer un point de contrôle en témoin, sur une machine sans bureau

    help.option.audit.export
    en verify this exported folder instead of the desk
    fr vérifier ce dossier exporté plutôt que le bureau

    help.option.audit.proof
    en verify this proof instead of the desk
    fr vérifier cette preuve plutôt que le bureau

    help.option.audit.record
    en the record that the proof is about
    fr l'enregistrement que concerne la preuve

    help.option.audit.key
    en the log's key, or a file that holds it
    fr la clé du journal, ou un fichier qui la contient

    help.option.audit.witness
    en a witness's key, or a file that holds it; may be repeated
    fr la clé d'un témoin, ou un fichier qui la contient ; peut être répété

    help.option.audit.print
    en print it for paper: date, size and root, to be signed by hand
    fr l'imprimer pour le papier : date, taille et racine, à signer à la main

    help.option.audit.attach
    en keep the witnesses' signatures of this checkpoint
    fr garder les signatures des témoins de ce point de contrôle

    help.option.audit.prove.post
    en the record that says that this post was published
    fr l'enregistrement qui dit que ce message a été publié

    help.option.audit.from
    en the size that the other side knows
    fr la taille que l'autre partie connaît

    help.option.audit.to
    en the size of a kept checkpoint; the newest if absent
    fr la taille d'un point de contrôle conservé ; le plus récent par défaut

    help.option.audit.record.out
    en write the record's exact bytes here as well
    fr écrire aussi ici les octets exacts de l'enregistrement

    help.option.audit.cosign.checkpoint
    en the checkpoint, or a proof of growth that ends in it
    fr le point de contrôle, ou une preuve de croissance qui s'achève par lui

    help.option.audit.cosign.key
    en the file with the witness's own key
    fr le fichier de la clé propre au témoin

    help.option.audit.cosign.newKey
    en make a key with this name and print its public half
    fr créer une clé de ce nom et afficher sa moitié publique

    help.option.audit.cosign.log
    en the key of the log that is watched, or a file that holds it
    fr la clé du journal surveillé, ou un fichier qui la contient

    help.option.audit.cosign.last
    en the last checkpoint seen, which is then replaced (KEY.last if absent)
    fr le dernier point de contrôle vu, remplacé ensuite (CLÉ.last par défaut)

    help.option.audit.cosign.proof
    en the proof that the log only grew since the last one
    fr la preuve que le journal n'a fait que grandir depuis le dernier

    help.option.audit.cosign.time
    en the instant to sign (now if absent)
    fr l'instant à signer (maintenant par défaut)

    help.option.audit.export.out
    en a new folder, or with --format a new file
    fr un nouveau dossier ou, avec --format, un nouveau fichier

    help.option.audit.export.format
    en one file for other programs: csv, ocsf or ecs
    fr un seul fichier pour d'autres programmes : csv, ocsf ou ecs
    """
}

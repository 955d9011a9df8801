extension Catalogue {
  /// People, from the invitation to the day they leave.
  static let people = """
    people.noUser.hint
    en 'vitrine user list' shows the people whom you may see
    fr « vitrine user list » montre les personnes que vous pouvez voir

    people.emailTaken
    en this address belongs to '{1}' already
    fr cette adresse est déjà celle de « {1} »

    people.emailTaken.hint
    en for a new one-time code run 'vitrine user enrol {1}'
    fr pour un nouveau code à usage unique, lancez « vitrine user enrol {1} »

    people.isSuspended
    en '{1}' is suspended
    fr « {1} » est suspendu

    people.isSuspended.hint
    en 'vitrine user resume {1} --reason …' lets them act again
    fr « vitrine user resume {1} --reason … » leur permet d'agir à nouveau

    people.notSuspended
    en '{1}' is not suspended
    fr « {1} » n'est pas suspendu

    people.isErased
    en the name of '{1}' was erased, so nobody can act as them again
    fr le nom de « {1} » a été effacé, plus personne ne peut donc agir sous ce compte

    people.fromPast
    en the grant would begin at {1}, which is past
    fr le droit commencerait le {1}, qui est passé

    people.untilBeforeFrom
    en the grant would end at {1}, before it begins at {2}
    fr le droit finirait le {1}, avant de commencer le {2}

    people.file.noEmail
    en every row needs an e-mail address: by it a later import knows the person again
    fr chaque ligne a besoin d'une adresse électronique : c'est par elle qu'un import suivant
      reconnaît la personne

    people.file.twoNames
    en line {2} gives another name to the address '{1}'
    fr la ligne {2} donne un autre nom à l'adresse « {1} »

    people.file.twice
    en '{1}' gets the same grant in an earlier row
    fr « {1} » reçoit le même droit dans une ligne précédente

    people.file.otherName
    en the address '{1}' belongs to '{2}', who has another name here
    fr l'adresse « {1} » est celle de « {2} », qui a ici un autre nom

    people.file.until
    en '{1}' is neither a date such as 2026-12-31 nor an instant such as 2026-12-31T18:00:00Z
    fr « {1} » n'est ni une date comme 2026-12-31 ni un instant comme 2026-12-31T18:00:00Z

    people.file.left
    en '{1}' is not a date such as 2026-12-31
    fr « {1} » n'est pas une date comme 2026-12-31

    people.file.breakglass
    en break-glass is given one by one, with 'vitrine grant create', for an hour at most
    fr le bris de glace s'accorde un par un, avec « vitrine grant create », pour une heure au plus

    people.file.rejected
    en '{1}' has {2#} {2?finding:findings}, so nobody was imported
    fr « {1} » a {2#} {2?constat:constats}, donc personne n'a été importé

    people.file.rejected.hint
    en mend the file and import it again; all of it comes in, or nothing
    fr corrigez le fichier et importez-le à nouveau ; tout entre, ou rien

    people.file.staffRejected
    en '{1}' cannot be read as a list of staff
    fr « {1} » ne se lit pas comme une liste du personnel

    people.file.checked
    en would create {1#}, give more to {2#} who {2?is:are} here, leave {3#} as they are; {4#}
      {4?grant:grants} in all
    fr créerait {1#}, ajouterait à {2#} déjà là, laisserait {3#} sans changement ; {4#}
      {4?droit:droits} en tout

    people.file.imported
    en created {1#}, gave more to {2#} who {2?was:were} here, left {3#} as they are; {4#}
      {4?grant:grants} in all
    fr personnes créées : {1#}, complétées : {2#}, inchangées : {3#} ; {4#} {4?droit:droits} en
      tout

    people.file.codes
    en {1#} one-time {1?code is:codes are} in '{2}', good for seven days; delete the file once
      they are handed over
    fr {1#} {1?code:codes} à usage unique dans « {2} », valables sept jours ; supprimez le fichier
      une fois les codes remis

    people.file.noCodes
    en no one-time codes were made: import with '--codes FILE', or run 'vitrine user enrol ID' for
      each person
    fr aucun code à usage unique n'a été créé : importez avec « --codes FICHIER », ou lancez
      « vitrine user enrol ID » pour chaque personne

    user.voided
    en {1#} open {1?approval:approvals} of this person {1?is:are} void and must be given again
    fr {1#} {1?approbation en cours:approbations en cours} de cette personne {1?est annulée:sont
      annulées}, à redonner

    user.suspended
    en '{1}' is suspended, from this moment on
    fr « {1} » est suspendu, dès maintenant

    user.resumed
    en '{1}' may act again
    fr « {1} » peut agir à nouveau

    user.revokedAll
    en '{1}' is out: {2#} {2?grant:grants}, {3#} {3?token:tokens} and {4#} open {4?code:codes}
      ended; {5#} {5?broadcast:broadcasts} back to draft
    fr « {1} » n'a plus accès : {2#} {2?droit:droits}, {3#} {3?jeton:jetons} et {4#} {4?code
      ouvert:codes ouverts} terminés ; {5#} {5?diffusion:diffusions} de retour en brouillon

    user.exported
    en everything kept about '{1}' is in '{2}', with {3#} {3?record:records} of the log
    fr tout ce qui est gardé sur « {1} » est dans « {2} », avec {3#}
      {3?enregistrement:enregistrements} du journal

    user.erased
    en the name and words of '{1}' are erased, {2#} {2?row:rows} in all; the log and its proofs
      are whole
    fr le nom et les mots de « {1} » sont effacés, {2#} {2?ligne:lignes} en tout ; le journal et
      ses preuves restent entiers

    user.since
    en here since {1}, invited by {2}
    fr présent depuis le {1}, invité par {2}

    user.token
    en token {1} …{2}, until {3}
    fr jeton {1} …{2}, jusqu'au {3}

    user.grantUntil
    en {1}, until {2}
    fr {1}, jusqu'au {2}

    whoami.renewed
    en {2} made a new one-time code for you at {1}; if you did not ask for it, tell an
      administrator
    fr {2} a créé un nouveau code à usage unique pour vous le {1} ; si vous ne l'avez pas demandé,
      prévenez un administrateur

    whoami.renewedUsed
    en {2} made a new one-time code for you at {1}, and it was used at {3}; if that was not you,
      tell an administrator
    fr {2} a créé un nouveau code à usage unique pour vous le {1}, utilisé le {3} ; si ce n'était
      pas vous, prévenez un administrateur

    grant.ending.expired
    en ended
    fr terminé

    grant.ending.revoked
    en revoked
    fr révoqué

    grant.ending.offboarded
    en revoked with everything else
    fr révoqué avec tout le reste

    console.exists.hint
    en choose a file that is not there yet
    fr choisissez un fichier qui n'existe pas encore

    column.since
    en SINCE
    fr DEPUIS

    help.user.import
    en bring a list of people and their grants in, all of it or nothing
    fr faire entrer une liste de personnes avec leurs droits, entière ou pas du tout

    help.user.show
    en show one person with everything that lets them act
    fr montrer une personne avec tout ce qui lui permet d'agir

    help.user.enrol
    en make a new one-time code for somebody who is there already
    fr créer un nouveau code à usage unique pour quelqu'un qui est déjà là

    help.user.suspend
    en stop somebody from acting, until they are resumed
    fr empêcher quelqu'un d'agir, jusqu'à nouvel ordre

    help.user.resume
    en let a suspended person act again
    fr permettre à une personne suspendue d'agir à nouveau

    help.user.revokeAll
    en take everything from somebody who leaves, at once
    fr tout retirer d'un coup à quelqu'un qui part

    help.user.export
    en write everything that is kept about one person into a file
    fr écrire dans un fichier tout ce qui est gardé sur une personne

    help.user.erase
    en erase the name and the words of somebody who has left
    fr effacer le nom et les mots de quelqu'un qui est parti

    help.option.user.id
    en the person's id or e-mail address
    fr l'identifiant ou l'adresse électronique de la personne

    help.option.user.file
    en the CSV file of people: name,email,role,scope,until
    fr le fichier CSV des personnes : name,email,role,scope,until

    help.option.user.codes
    en write the one-time codes into this new file, which only you can read
    fr écrire les codes à usage unique dans ce nouveau fichier, que vous seul pouvez lire

    help.option.grant.from
    en when it begins; at once if left out
    fr quand il commence ; tout de suite par défaut

    help.option.grant.store
    en only the grants that reach this store
    fr seulement les droits qui touchent ce magasin

    help.option.grant.all
    en those that have ended, too, and why
    fr aussi ceux qui ont pris fin, et pourquoi
    """
}

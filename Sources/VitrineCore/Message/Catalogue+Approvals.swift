extension Catalogue {
  /// Approvals: editions, the urgent lane, what changed, who may.
  static let approvals = """
    broadcast.alreadyLaunched
    en {1} launched it at {2}; this command helps to finish it
    fr {1} l'a lancée le {2} ; cette commande aide à la terminer

    broadcast.asking
    en {1#} {1?page has:pages have} changed with the register since the approval and
      {1?waits:wait} for it: 'vitrine broadcast diff {2}', then 'vitrine broadcast approve {2}
      --digest {3}'
    fr {1#} {1?page a:pages ont} changé avec le registre depuis l'approbation et
      l'{1?attend:attendent} de nouveau : « vitrine broadcast diff {2} », puis « vitrine broadcast
      approve {2} --digest {3} »

    broadcast.askingPages
    en {1#} {1?page:pages} changed since the approval; 'vitrine broadcast diff {2}' shows
      {1?it:them}
    fr {1#} {1?page a:pages ont} changé depuis l'approbation ; « vitrine broadcast diff {2} »
      {1?la:les} montre

    broadcast.edit.void
    en every approval of '{1}' is void
    fr toutes les approbations de « {1} » sont annulées

    broadcast.edited
    en the broadcast '{1}' or the register has changed meanwhile; nothing was changed
    fr la diffusion « {1} » ou le registre a changé entre-temps ; rien n'a été modifié

    broadcast.edited.hint
    en look at it with 'vitrine broadcast show {1}', then edit again
    fr regardez-la avec « vitrine broadcast show {1} », puis recommencez

    broadcast.noChange
    en the broadcast '{1}' says that already; nothing was changed, and its approvals stand
    fr la diffusion « {1} » dit déjà cela ; rien n'a été modifié et ses approbations restent
      valables

    broadcast.noRevision
    en the broadcast '{1}' has no earlier revision {2}; its revisions are 1 to {3}
    fr la diffusion « {1} » n'a pas de révision antérieure {2} ; ses révisions vont de 1 à {3}

    broadcast.nothingMine
    en nothing waits for you
    fr rien ne vous attend

    broadcast.onlyNoPage
    en the page '{1}' is not among those of '{2}' that can be sent
    fr la page « {1} » n'est pas parmi celles de « {2} » qui peuvent partir

    broadcast.onlyNoPage.hint
    en 'vitrine broadcast status {1} --pages --json' lists them
    fr « vitrine broadcast status {1} --pages --json » en donne la liste

    broadcast.onlyTooLate
    en the broadcast '{1}' is under way (state: {2}); one page can go first only at its first
      launch
    fr la diffusion « {1} » est en cours (état : {2}) ; une page ne peut partir en premier qu'au
      premier lancement

    broadcast.onlyWithTime
    en the broadcast '{1}' has a time of its own; no page goes before it
    fr la diffusion « {1} » a sa propre heure ; aucune page ne part avant

    broadcast.owed
    en {1} more {1?person has:people have} to say yes within 24 hours of the launch: 'vitrine
      broadcast approve {2}'
    fr il faut encore l'accord de {1} {1?personne:personnes} dans les 24 heures qui suivent le
      lancement : « vitrine broadcast approve {2} »

    broadcast.pastInstant
    en '{1}' is past
    fr « {1} » est passé

    broadcast.registerMoved
    en the register changed at this very moment; nothing was launched
    fr le registre vient de changer ; rien n'a été lancé

    broadcast.registerMoved.hint
    en run 'vitrine broadcast launch {1}' again
    fr relancez « vitrine broadcast launch {1} »

    broadcast.trial
    en one page went first and the others wait; look at it, then 'vitrine broadcast launch {1}'
      does the rest
    fr une page est partie en premier et les autres attendent ; regardez-la, puis « vitrine
      broadcast launch {1} » fera le reste

    broadcast.twoTimes
    en --at and --at-launch say two different things
    fr --at et --at-launch se contredisent

    broadcast.urgentOpen
    en the text of this urgent message is not locked: it has no fields, words without a greatest
      length, or a picture
    fr le texte de ce message urgent n'est pas verrouillé : il n'a pas de champs, ou des mots
      sans longueur maximale, ou une image

    broadcast.urgentOpen.hint
    en give it typed fields in the library, each text with 'max', or take 'urgent' out
    fr donnez-lui dans la bibliothèque des champs typés, chaque texte avec « max », ou retirez
      « urgent »

    broadcast.values
    en the fields of '{1}' are not filled as they must be
    fr les champs de « {1} » ne sont pas remplis comme il faut

    broadcast.values.hint
    en fill each field with '--set field=value'
    fr remplissez chaque champ avec « --set champ=valeur »

    values.unknown
    en the message has no field '{1}'
    fr le message n'a pas de champ « {1} »

    values.missing
    en the field '{1}' must be filled: {2}
    fr le champ « {1} » doit être rempli : {2}

    values.control
    en the field '{1}' takes one line of plain text
    fr le champ « {1} » attend une seule ligne de texte simple

    values.unfit
    en the field '{1}' does not take '{2}'
    fr le champ « {1} » n'accepte pas « {2} »

    values.form
    en '{1}' is not of the form field=value
    fr « {1} » n'est pas de la forme champ=valeur

    values.twice
    en the field '{1}' is set twice
    fr le champ « {1} » est donné deux fois

    column.need
    en needs
    fr attend

    need.approve
    en your approval
    fr votre approbation

    need.correct
    en your hand
    fr votre main

    need.launch
    en your launch
    fr votre lancement

    need.pages
    en {1#} changed {1?page:pages}
    fr {1#} {1?page modifiée:pages modifiées}

    second.open
    en second approval due
    fr seconde approbation attendue

    second.given
    en second approval given
    fr seconde approbation donnée

    second.late
    en second approval late
    fr seconde approbation en retard

    status.launched
    en launched by {1} at {2}
    fr lancée par {1} le {2}

    status.second.open
    en urgent lane: the second approval is due within 24 hours of the launch
    fr voie urgente : la seconde approbation est attendue dans les 24 heures qui suivent le
      lancement

    status.second.given
    en urgent lane: the second approval was given in time
    fr voie urgente : la seconde approbation a été donnée à temps

    status.second.late
    en urgent lane: the second approval is late
    fr voie urgente : la seconde approbation est en retard

    diff.head
    en revision {1} → {2}, by {3} at {4}
    fr révision {1} → {2}, par {3} le {4}

    diff.first
    en '{1}' has one revision, and no page changed since its approval
    fr « {1} » n'a qu'une révision, et aucune page n'a changé depuis son approbation

    diff.asking
    en {1#} {1?page:pages} changed with the register since the approval:
    fr {1#} {1?page a:pages ont} changé avec le registre depuis l'approbation :

    plan.barred
    en who may not, as the author: {1}
    fr qui ne peut pas, en tant qu'auteur : {1}

    plan.nobody
    en with these people it could not be approved and launched; 'vitrine doctor' says what is
      missing
    fr avec ces personnes, elle ne pourrait être approuvée puis lancée ; « vitrine doctor » dit
      ce qui manque

    doctor.noLauncher
    en {1#} {1?person:people} can launch ({2}), and each is needed as an approver; nobody would
      be left
    fr {1#} {1?personne peut:personnes peuvent} lancer ({2}), mais toutes sont requises pour
      approuver ; il ne resterait personne

    doctor.authors
    en what {1#} {1?author writes:authors write} could not be approved and launched without
      {1?its author:them}: {2}
    fr ce {1?qu'écrit:qu'écrivent} {1#} {1?auteur:auteurs} ne pourrait être approuvé et lancé
      sans {1?lui:eux} : {2}

    doctor.lowered
    en fewer approvals are asked than usual: {1} instead of {3}, urgent {2} instead of {4}
    fr moins d'approbations sont demandées que d'habitude : {1} au lieu de {3}, urgent {2} au
      lieu de {4}

    doctor.waiting
    en {1#} {1?broadcast waits:broadcasts wait} for approvals: {3}
    fr {1#} {1?diffusion attend:diffusions attendent} des approbations : {3}

    doctor.late
    en of {1#} {1?broadcast:broadcasts} waiting for approvals, {2#} {2?has its:have their}
      second approval late: {3}
    fr sur {1#} {1?diffusion:diffusions} en attente d'approbation, {2#} {2?a sa:ont leur}
      seconde approbation en retard : {3}

    receipt.approved
    en approved by {1} at {2}
    fr approuvée par {1} le {2}

    receipt.lowered
    en it needed {1} {1?approval:approvals}, where {2} are usual
    fr elle demandait {1} {1?approbation:approbations}, au lieu de {2} d'habitude

    receipt.oneMaker
    en {1} approved, and was created, enrolled and made an approver by {2} alone within a day
    fr {1} a approuvé, et a été créé, inscrit et fait approbateur par {2} seul en moins d'un
      jour

    receipt.secondOpen
    en the second approval is not given yet; it is due at {1}
    fr la seconde approbation n'est pas encore donnée ; elle est attendue pour le {1}

    receipt.secondLate
    en the second approval was not given by {1}
    fr la seconde approbation n'a pas été donnée avant le {1}

    stores.broadcastChanged
    en broadcast '{1}' follows the register: {2#} {2?page:pages} changed, {3#} new, {4#} left
      out
    fr la diffusion « {1} » suit le registre : {2#} {2?page modifiée:pages modifiées}, {3#}
      {3?nouvelle:nouvelles}, {4#} {4?écartée:écartées}

    trouble.notPicked
    en the broadcast no longer goes to this store, which changed in the register
    fr la diffusion ne vise plus ce magasin, qui a changé dans le registre

    trouble.notPicked.fix
    en nothing, or edit the broadcast so that it goes there
    fr rien, ou modifiez la diffusion pour qu'elle vise ce magasin

    trouble.notPicked.who
    en national editor
    fr rédacteur national

    trouble.unapproved
    en the text of this page changed with the register after the approval
    fr le texte de cette page a changé avec le registre après l'approbation

    trouble.unapproved.fix
    en run 'vitrine broadcast diff', then 'vitrine broadcast approve' again
    fr lancez « vitrine broadcast diff », puis de nouveau « vitrine broadcast approve »

    trouble.unapproved.who
    en approver
    fr approbateur

    help.broadcast.edit
    en Change a broadcast that is not under way; every approval is void
    fr Modifier une diffusion qui n'est pas en cours ; toute approbation est annulée

    help.broadcast.diff
    en Show what the last revision changed, and the pages that ask for approval again
    fr Montrer ce que la dernière révision a changé, et les pages à approuver de nouveau

    help.option.broadcast.newFile
    en the message as it shall be; leave it out to keep the text
    fr le message voulu ; omettez-le pour garder le texte

    help.option.broadcast.set
    en fill a field of the message
    fr remplir un champ du message

    help.option.broadcast.atLaunch
    en publish as soon as it is launched, not at a time
    fr publier dès le lancement, sans heure

    help.option.broadcast.from
    en compare with this revision
    fr comparer avec cette révision

    help.option.broadcast.mine
    en only what waits for you
    fr seulement ce qui vous attend

    help.option.broadcast.only
    en send to this one page first; the others wait
    fr envoyer d'abord à cette seule page ; les autres attendent

    help.option.login.noStore
    en do not keep the token in a file
    fr ne pas garder le jeton dans un fichier
    """
}

extension Catalogue {
  /// Broadcasts from the plan to the receipt, times and workers.
  static let broadcast = """
    broadcast.badText
    en the text of '{1}' cannot be sent as it is
    fr le texte de « {1} » ne peut pas partir tel quel

    broadcast.badList
    en '{1}' is not a list of stores that can be used
    fr « {1} » n'est pas une liste de magasins utilisable

    broadcast.badPlan
    en '{1}' is not a plan that 'vitrine broadcast plan --out' saved
    fr « {1} » n'est pas un plan enregistré par « vitrine broadcast plan --out »

    broadcast.badTime
    en '{1}' is not a time of publication
    fr « {1} » n'est pas une heure de publication

    broadcast.badTime.hint
    en write instant:2026-11-22T18:30:00Z for one moment everywhere, or local:2026-11-22T18:30 for
      the clock of each store
    fr écrivez instant:2026-11-22T18:30:00Z pour un même moment partout, ou local:2026-11-22T18:30
      pour l'heure de chaque magasin

    broadcast.noTarget
    en say which stores, with either --to or --to-file
    fr dites quels magasins, avec --to ou avec --to-file, et non les deux

    broadcast.noTarget.hint
    en for example '--to all' or '--to region:Bretagne'
    fr par exemple « --to all » ou « --to region:Bretagne »

    broadcast.imageField
    en a broadcast shows the pictures of the library; the field '{1}' is for a store's own
    fr une diffusion montre les images de la bibliothèque ; le champ « {1} » attend l'image d'un magasin

    broadcast.imageField.hint
    en name the picture under 'media' of the message
    fr indiquez l'image sous « media » dans le message

    broadcast.pictures
    en the pictures of '{1}' cannot be published
    fr les images de « {1} » ne peuvent pas être publiées

    broadcast.rule
    en {1}. {2}
    fr {1}. {2}

    broadcast.rule.words
    en {1} ({2}). {3}
    fr {1} ({2}). {3}

    broadcast.rules
    en '{1}' breaks a rule on every page
    fr « {1} » enfreint une règle sur toutes les pages

    broadcast.noText
    en the message has no text for {1}
    fr le message n'a pas de texte pour {1}

    broadcast.missingField
    en the register gives this store no value for {1}
    fr le registre ne donne à ce magasin aucune valeur pour {1}

    broadcast.past
    en '{1}' is past in the zone {2}: it was {3}
    fr « {1} » est passé dans le fuseau {2} : c'était {3}

    broadcast.past.hint
    en choose a later time, or leave out --at to publish when it is launched
    fr choisissez une heure à venir, ou omettez --at pour publier au lancement

    broadcast.planAndOptions
    en the saved plan brings its stores, networks and time; leave out --to, --to-file, --network and
      --at
    fr le plan enregistré apporte ses magasins, réseaux et horaire ; omettez --to, --to-file,
      --network et --at

    broadcast.stalePlan
    en the message, the register or a page has changed since the plan was made
    fr le message, le registre ou une page a changé depuis ce plan

    broadcast.stalePlan.hint
    en run 'vitrine broadcast plan' again and read what is different
    fr relancez « vitrine broadcast plan » et lisez ce qui diffère

    broadcast.unknown
    en there is no broadcast '{1}'
    fr il n'y a pas de diffusion « {1} »

    broadcast.unknown.hint
    en 'vitrine broadcast list' shows those that there are
    fr « vitrine broadcast list » montre celles qui existent

    broadcast.changed
    en the broadcast '{1}' has changed since you read it; nothing was approved
    fr la diffusion « {1} » a changé depuis votre lecture ; rien n'a été approuvé

    broadcast.changed.hint
    en read it with 'vitrine broadcast show {1}', then approve the digest that stands there
    fr lisez-la avec « vitrine broadcast show {1} », puis approuvez l'empreinte qui y figure

    broadcast.isPaused
    en the broadcast '{1}' is paused
    fr la diffusion « {1} » est en pause

    broadcast.isPaused.hint
    en run 'vitrine broadcast resume {1}', then launch again
    fr lancez « vitrine broadcast resume {1} », puis relancez la diffusion

    broadcast.notPaused
    en the broadcast '{1}' is not paused (state: {2})
    fr la diffusion « {1} » n'est pas en pause (état : {2})

    broadcast.notRunning
    en the broadcast '{1}' is not under way (state: {2})
    fr la diffusion « {1} » n'est pas en cours (état : {2})

    broadcast.overAlready
    en the broadcast '{1}' is over and cannot be cancelled (state: {2})
    fr la diffusion « {1} » est achevée et ne peut plus être annulée (état : {2})

    broadcast.overAlready.hint
    en what is public stays public; 'vitrine broadcast receipt' lists every post
    fr ce qui est public le reste ; « vitrine broadcast receipt » en donne la liste

    broadcast.created
    en the draft '{1}' is ready for {2#} {2?page:pages}
    fr le brouillon « {1} » est prêt pour {2#} {2?page:pages}

    broadcast.now
    en broadcast '{1}': {2}
    fr diffusion « {1} » : {2}

    broadcast.approvals
    en {1} {1?approval:approvals} of {2}
    fr {1} {1?approbation:approbations} sur {2}

    broadcast.next.submit
    en next: 'vitrine broadcast submit {1}'
    fr ensuite : « vitrine broadcast submit {1} »

    broadcast.next.approve
    en {3} more {3?person has:people have} to say yes: 'vitrine broadcast approve {1} --digest {2}'
    fr il faut encore l'accord de {3} {3?personne:personnes} : « vitrine broadcast approve {1}
      --digest {2} »

    broadcast.next.launch
    en next: 'vitrine broadcast launch {1}'
    fr ensuite : « vitrine broadcast launch {1} »

    broadcast.next.resume
    en it is paused; 'vitrine broadcast resume {1}' lets it go on
    fr elle est en pause ; « vitrine broadcast resume {1} » la fait reprendre

    broadcast.detached
    en a worker does the rest: keep 'vitrine worker' running, and look with 'vitrine broadcast
      status {1}'
    fr un agent d'envoi fait la suite : laissez tourner « vitrine worker », et suivez avec « vitrine
      broadcast status {1} »

    broadcast.awaiting
    en nothing is public yet, since some pages are held; mend them and launch again, or publish the
      others with 'vitrine broadcast launch {1} --accept-held'
    fr rien n'est public, car des pages sont retenues ; réparez-les et relancez, ou publiez les
      autres avec « vitrine broadcast launch {1} --accept-held »

    broadcast.hanging
    en {1#} more {1?page does:pages do} not answer; {1?it is:they are} tried again while the others go
    fr {1#} {1?autre page ne répond pas ; elle sera réessayée:autres pages ne répondent pas ; elles seront réessayées} pendant que les autres partent

    broadcast.stopping
    en stopping once the calls under way are answered; Ctrl-C again stops at once
    fr arrêt dès que les appels en cours ont leur réponse ; Ctrl-C encore une fois arrête tout de
      suite

    broadcast.urgent
    en the urgent lane is for templates of the library, whose text is locked; it is not open to a file yet
    fr la voie urgente est réservée aux modèles de la bibliothèque, dont le texte est verrouillé ; elle n'est pas encore ouverte à un fichier

    broadcast.urgent.hint
    en take 'urgent' out of the front matter, and have two people approve
    fr retirez « urgent » de l'en-tête et faites approuver par deux personnes

    broadcast.tooEarly
    en the message is valid from {1} on, and would be public before
    fr le message est valable à partir de {1}, et serait public avant

    broadcast.tooEarly.hint
    en say a later time with --at
    fr indiquez une heure plus tardive avec --at

    broadcast.endsBefore
    en the message ends at {1}, before it could be on every page
    fr le message se termine à {1}, avant de pouvoir être sur chaque page

    broadcast.networkTwice
    en a network is named twice
    fr un réseau est nommé deux fois

    broadcast.draftsLeft
    en {1#} {1?draft:drafts} could not be deleted yet; run 'vitrine broadcast cancel {2}' again, or let a worker do it
    fr {1#} {1?brouillon n'a pas pu être supprimé:brouillons n'ont pas pu être supprimés} ; relancez « vitrine broadcast cancel {2} », ou laissez faire « vitrine worker »

    broadcast.targets
    en stores: {1}
    fr magasins : {1}

    broadcast.opens
    en public from {1} on
    fr public à partir de {1}

    broadcast.ends
    en valid until {1}
    fr valable jusqu'à {1}

    broadcast.stopped
    en stopped as asked; 'vitrine broadcast launch {1}' does the rest
    fr arrêt demandé ; « vitrine broadcast launch {1} » fera le reste

    broadcast.handedOver
    en the network has {1#} {1?post:posts} for the hour and publishes by itself, whether a machine of
      yours runs then or not; 'vitrine worker' or 'vitrine broadcast launch {2}' records it afterwards
    fr le réseau a {1#} {1?publication:publications} pour l'heure prévue et publie de lui-même, que vos
      machines tournent alors ou non ; « vitrine worker » ou « vitrine broadcast launch {2} »
      l'enregistre ensuite

    broadcast.tooLate
    en the network still has {1#} {1?post:posts}; what is not taken back before its hour becomes public, and
      'vitrine broadcast takedown {2}' takes it down then
    fr le réseau a encore {1#} {1?publication:publications} ; ce qui n'est pas repris avant l'heure sera
      public, et « vitrine broadcast takedown {2} » le retirera alors

    broadcast.stuck
    en nothing has moved for a minute; 'vitrine broadcast launch {1}' goes on later from here
    fr rien n'a avancé depuis une minute ; « vitrine broadcast launch {1} » reprendra plus tard
      d'ici

    broadcast.empty
    en there are no broadcasts yet; 'vitrine broadcast create' makes the first
    fr il n'y a pas encore de diffusion ; « vitrine broadcast create » crée la première

    plan.summary
    en {1#} {1?page:pages} targeted: {2#} ready, {3#} held, {4#} refused
    fr {1#} {1?page visée:pages visées} : {2#} {2?prête:prêtes}, {3#} {3?retenue:retenues}, {4#}
      {4?refusée:refusées}

    plan.sample
    en the text of the store '{1}':
    fr le texte du magasin « {1} » :

    plan.ends
    en the last page would be public at {1}
    fr la dernière page serait publique à {1}

    plan.approvers
    en approvals needed: {1}; who can approve: {2}
    fr approbations requises : {1} ; qui peut approuver : {2}

    plan.launchers
    en who can launch: {1}
    fr qui peut lancer : {1}

    plan.digest
    en digest: {1}
    fr empreinte : {1}

    status.sum
    en {1#} targeted = {2#} published + {3#} refused + {4#} held + {5#} failed + {6#} unknown + {7#}
      pending + {8#} cancelled + {9#} taken down
    fr {1#} {1?visée:visées} = {2#} {2?publiée:publiées} + {3#} {3?refusée:refusées} + {4#}
      {4?retenue:retenues} + {5#} en échec + {6#} {6?incertaine:incertaines} + {7#} à venir + {8#}
      {8?annulée:annulées} + {9#} {9?retirée:retirées}

    progress.line
    en {1#} staged, {2#} published, {3#} stopped of {4#} · {5}/s · {6} left
    fr {1#} {1?préparée:préparées}, {2#} {2?publiée:publiées}, {3#} {3?arrêtée:arrêtées} sur {4#} ·
      {5}/s · reste {6}

    state.draft
    en draft
    fr brouillon

    state.submitted
    en submitted
    fr soumise

    state.approved
    en approved
    fr approuvée

    state.rejected
    en rejected
    fr rejetée

    state.scheduled
    en scheduled
    fr programmée

    state.staging
    en staging
    fr en préparation

    state.awaiting-exceptions
    en awaiting exceptions
    fr en attente de décision

    state.releasing
    en releasing
    fr en publication

    state.paused
    en paused
    fr en pause

    state.finished
    en finished
    fr terminée

    state.cancelled
    en cancelled
    fr annulée

    state.closed
    en closed
    fr close

    delivery.published
    en published
    fr publiée

    delivery.refused
    en refused
    fr refusée

    delivery.held
    en held
    fr retenue

    delivery.failed
    en failed
    fr en échec

    delivery.unknown
    en unknown
    fr incertaine

    delivery.pending
    en pending
    fr à venir

    delivery.cancelled
    en cancelled
    fr annulée

    delivery.takenDown
    en taken down
    fr retirée

    receipt.written
    en the receipt is in '{1}'; open receipt.html
    fr le reçu est dans « {1} » ; ouvrez receipt.html

    time.zone
    en this machine knows no time zone '{1}'
    fr cette machine ne connaît pas le fuseau horaire « {1} »

    time.gap
    en {1} does not exist in {2}, where the clocks go forward then; choose another hour
    fr {1} n'existe pas dans {2}, où l'heure avance à ce moment ; choisissez une autre heure

    time.fold
    en {1} comes twice in {2}, where the clocks go back then; choose another hour
    fr {1} arrive deux fois dans {2}, où l'heure recule à ce moment ; choisissez une autre heure

    time.notInstant
    en '{1}' is not an instant
    fr « {1} » n'est pas un instant

    time.notInstant.hint
    en write it with its zone, such as 2026-11-22T18:30:00Z or 2026-11-22T19:30:00+01:00
    fr écrivez-le avec son fuseau, comme 2026-11-22T18:30:00Z ou 2026-11-22T19:30:00+01:00

    deliveries.lease
    en the worker could not take its lease in the database; try again
    fr l'agent d'envoi n'a pas pu prendre son bail dans la base ; réessayez

    worker.started
    en the worker sends what is due; end it with Ctrl-C
    fr l'agent d'envoi traite ce qui est dû ; arrêtez-le par Ctrl-C
    """
}

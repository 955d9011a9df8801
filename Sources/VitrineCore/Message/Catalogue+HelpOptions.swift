extension Catalogue {
  /// What each option and argument is for.
  static let helpOptions = """
    help.option.workspace
    en the folder of vitrine.yaml; otherwise VITRINE_WORKSPACE, or the nearest folder upwards
    fr le dossier de vitrine.yaml ; sinon VITRINE_WORKSPACE, ou le plus proche en remontant

    help.option.json
    en print JSON, for scripts
    fr écrire en JSON, pour les scripts

    help.option.quiet
    en print results and errors only
    fr n'écrire que résultats et erreurs

    help.option.yes
    en answer yes to every question
    fr répondre oui à toute question

    help.option.color
    en whether errors are marked in colour
    fr si les erreurs sont mises en couleur

    help.option.progress
    en how progress is shown
    fr comment montrer la progression

    help.option.language
    en the language of what people read
    fr la langue de ce que lisent les personnes

    help.option.ticket
    en the number of the emergency's ticket; it stands in every record
    fr le numéro du ticket de l'urgence ; il figure dans chaque inscription

    help.option.limit
    en the most lines to show
    fr le nombre maximal de lignes

    help.option.network
    en a network, such as facebook
    fr un réseau, comme facebook

    help.option.reason
    en why; the audit log keeps it
    fr pourquoi ; le journal d'audit le garde

    help.option.select
    en only the stores that this selector picks
    fr seulement les magasins que choisit ce sélecteur

    help.option.out
    en write into this new file
    fr écrire dans ce nouveau fichier

    help.option.out.folder
    en write into this folder, which is new or empty
    fr écrire dans ce dossier, neuf ou vide

    help.option.init.folder
    en the folder to make or use; the present one if left out
    fr le dossier à créer ou à utiliser ; le dossier courant par défaut

    help.option.init.admin
    en the name of the first administrator
    fr le nom du premier administrateur

    help.option.init.organisation
    en the name of the organisation; the folder's if left out
    fr le nom de l'organisation ; celui du dossier par défaut

    help.option.config.key
    en a setting, such as pacing.canary
    fr un réglage, comme pacing.canary

    help.option.config.value
    en its new value
    fr sa nouvelle valeur

    help.option.config.origin
    en say where each value comes from
    fr dire d'où vient chaque valeur

    help.option.user.name
    en the person's name
    fr le nom de la personne

    help.option.user.email
    en the person's e-mail address
    fr l'adresse électronique de la personne

    help.option.login.enrol
    en read the one-time code from standard input
    fr lire le code à usage unique sur l'entrée standard

    help.option.token.id
    en the token's id
    fr l'identifiant du jeton

    help.option.token.expires
    en how many days it is good, 90 at most
    fr combien de jours il vaut, 90 au plus

    help.option.grant.id
    en the grant's id
    fr l'identifiant du droit

    help.option.grant.user
    en the person's id
    fr l'identifiant de la personne

    help.option.grant.role
    en a role, such as approver or store_manager
    fr un rôle, comme approver ou store_manager

    help.option.grant.scope
    en where: all, region:R, format:F or store:CODE
    fr où : all, region:R, format:F ou store:CODE

    help.option.grant.until
    en when it ends by itself
    fr quand il prend fin de lui-même

    help.option.store.file
    en the CSV file of all stores
    fr le fichier CSV de tous les magasins

    help.option.store.code
    en the store's code
    fr le code du magasin

    help.option.store.check
    en only say what would change
    fr seulement dire ce qui changerait

    help.option.store.removals
    en remove the stores that the file leaves out, if they are no more than this
    fr retirer les magasins absents du fichier, s'ils ne dépassent pas ce nombre

    help.option.page.token
    en read the network's token from standard input
    fr lire le jeton du réseau sur l'entrée standard

    help.option.page.map
    en which page is which store's: columns remoteID and store
    fr quelle page va à quel magasin : colonnes remoteID et store

    help.option.broadcast.file
    en the message, a Markdown file with front matter
    fr le message, un fichier Markdown avec en-tête

    help.option.broadcast.id
    en the broadcast's id
    fr l'identifiant de la diffusion

    help.option.broadcast.to
    en which stores: all, or a selector such as region:Bretagne
    fr quels magasins : all, ou un sélecteur comme region:Bretagne

    help.option.broadcast.toFile
    en which stores: a file with one code a line
    fr quels magasins : un fichier avec un code par ligne

    help.option.broadcast.at
    en when: instant:2026-11-22T18:30:00Z, or local:2026-11-22T18:30 on each store's clock
    fr quand : instant:2026-11-22T18:30:00Z, ou local:2026-11-22T18:30 à l'heure de chaque magasin

    help.option.broadcast.until
    en what is not public by then never will be
    fr ce qui n'est pas public alors ne le sera jamais

    help.option.broadcast.out
    en save the plan for 'broadcast create --from-plan'
    fr enregistrer le plan pour « broadcast create --from-plan »

    help.option.broadcast.fromPlan
    en take stores, networks and time from a saved plan; stop if anything has changed
    fr prendre magasins, réseaux et horaire d'un plan enregistré ; s'arrêter si quoi que ce soit a
      changé

    help.option.broadcast.digest
    en approve only if the digest is still this one
    fr n'approuver que si l'empreinte est encore celle-ci

    help.option.broadcast.canary
    en publish this many pages first, and pause if more than one in five fails
    fr publier d'abord ce nombre de pages, et suspendre si plus d'une sur cinq échoue

    help.option.broadcast.acceptHeld
    en publish although some pages are held
    fr publier bien que des pages soient retenues

    help.option.broadcast.detach
    en leave the sending to a worker
    fr laisser l'envoi à un agent d'envoi

    help.option.broadcast.pages
    en say it page by page
    fr le dire page par page

    help.option.worker.once
    en send what is due now, then end
    fr envoyer ce qui est dû maintenant, puis s'arrêter

    help.option.audit.index
    en the record's number, from 0
    fr le numéro de l'enregistrement, à partir de 0

    help.option.audit.store
    en only what concerns this store
    fr seulement ce qui concerne ce magasin

    help.option.audit.actor
    en only what this person did
    fr seulement ce qu'a fait cette personne

    help.option.audit.action
    en only this action, such as broadcast.launch
    fr seulement cette action, comme broadcast.launch

    help.option.audit.object
    en only what concerns this broadcast, post, grant or token
    fr seulement ce qui concerne cette diffusion, ce message, ce droit ou ce jeton

    help.option.audit.result
    en only this result: success, failure, denied or unknown
    fr seulement ce résultat : success, failure, denied ou unknown

    help.option.audit.since
    en only from this instant on
    fr seulement à partir de cet instant

    help.option.audit.until
    en only before this instant
    fr seulement avant cet instant

    help.option.audit.cursor
    en go on where the last list ended
    fr reprendre où la dernière liste s'est arrêtée

    help.option.audit.checkpoint
    en compare with a checkpoint that you kept
    fr comparer avec un point de contrôle que vous avez gardé

    help.option.sandbox.stores
    en the CSV file of the stores that get a page
    fr le fichier CSV des magasins qui reçoivent une page

    help.option.sandbox.port
    en the port on this machine; 0 takes a free one
    fr le port sur cette machine ; 0 en prend un libre

    help.option.sandbox.data
    en keep what happens in this file, over restarts
    fr garder ce qui se passe dans ce fichier, d'un démarrage à l'autre

    help.option.sandbox.latency
    en hold every answer back by so many milliseconds
    fr retarder chaque réponse d'autant de millisecondes

    help.option.sandbox.fault
    en let something go wrong, such as lost-answer,rate=0.05; may be repeated
    fr faire survenir une panne, comme lost-answer,rate=0.05 ; peut se répéter

    help.option.sandbox.ready
    en write address and credentials into this file once it listens
    fr écrire l'adresse et les accès dans ce fichier dès que le service écoute
    """
}

extension Catalogue {
  /// What each command is for.
  static let help = """
    help.vitrine
    en run the social pages of every store from one place
    fr gérer d'un seul endroit les pages sociales de tous les magasins

    help.group.desk
    en Workspace
    fr Espace de travail

    help.group.people
    en People
    fr Personnes

    help.group.stores
    en Stores and pages
    fr Magasins et pages

    help.group.messages
    en Messages
    fr Messages

    help.group.log
    en Audit log
    fr Journal d'audit

    help.group.rehearsal
    en Rehearsal
    fr Répétition

    help.init
    en make a workspace and its first administrator
    fr créer un espace de travail et son premier administrateur

    help.doctor
    en look at everything that a broadcast tonight depends on
    fr examiner tout ce dont dépend une diffusion ce soir

    help.config
    en show and change the settings of the workspace
    fr montrer et changer les réglages de l'espace de travail

    help.config.show
    en show the settings
    fr montrer les réglages

    help.config.set
    en change a setting in vitrine.yaml
    fr changer un réglage dans vitrine.yaml

    help.user
    en invite people and see who there is
    fr inviter des personnes et voir qui est là

    help.user.create
    en invite somebody and get their one-time code
    fr inviter quelqu'un et obtenir son code à usage unique

    help.user.list
    en list the people with their roles
    fr lister les personnes et leurs rôles

    help.login
    en turn a one-time code into your token
    fr échanger un code à usage unique contre votre jeton

    help.whoami
    en show who you are and what you may do
    fr montrer qui vous êtes et ce que vous pouvez faire

    help.token
    en make and revoke your own tokens
    fr créer et révoquer vos propres jetons

    help.token.create
    en make a token for a script
    fr créer un jeton pour un script

    help.token.list
    en list your tokens
    fr lister vos jetons

    help.token.revoke
    en revoke one of your tokens
    fr révoquer l'un de vos jetons

    help.grant
    en say who may do what, and where
    fr dire qui peut faire quoi, et où

    help.grant.create
    en give somebody a role
    fr donner un rôle à quelqu'un

    help.grant.list
    en list the grants
    fr lister les droits

    help.grant.revoke
    en take a grant back
    fr retirer un droit

    help.store
    en keep the register of stores
    fr tenir le registre des magasins

    help.store.import
    en bring the register up to a CSV file, all rows or none
    fr mettre le registre à jour d'après un fichier CSV, toutes les lignes ou aucune

    help.store.list
    en list the stores
    fr lister les magasins

    help.store.show
    en show one store and its pages
    fr montrer un magasin et ses pages

    help.page
    en connect the stores' pages and watch their access
    fr connecter les pages des magasins et surveiller leurs accès

    help.page.connect
    en connect every page that a token can see
    fr connecter toutes les pages qu'un jeton peut voir

    help.page.list
    en list the pages with their state
    fr lister les pages et leur état

    help.page.check
    en ask the network whether each page's access is still good
    fr demander au réseau si l'accès à chaque page est toujours valable

    help.broadcast
    en put one message on every page, once, with a receipt
    fr mettre un message sur chaque page, une seule fois, avec un reçu

    help.broadcast.plan
    en say what would happen on each page, and change nothing
    fr dire ce qui se passerait sur chaque page, sans rien changer

    help.broadcast.create
    en make a draft
    fr créer un brouillon

    help.broadcast.list
    en list the broadcasts, newest first
    fr lister les diffusions, de la plus récente à la plus ancienne

    help.broadcast.show
    en show a broadcast as an approver should read it
    fr montrer une diffusion telle qu'un approbateur doit la lire

    help.broadcast.submit
    en ask for approval
    fr demander l'approbation

    help.broadcast.approve
    en say yes to a broadcast as it is
    fr approuver une diffusion telle qu'elle est

    help.broadcast.reject
    en say no, with a reason
    fr refuser, avec un motif

    help.broadcast.launch
    en publish an approved broadcast; after an interruption, finish it
    fr publier une diffusion approuvée ; après une interruption, la terminer

    help.broadcast.status
    en say how far a broadcast is, and what each page waits for
    fr dire où en est une diffusion, et ce qu'attend chaque page

    help.broadcast.pause
    en stop for now: nothing more becomes public
    fr suspendre : plus rien ne devient public

    help.broadcast.resume
    en let a paused broadcast go on
    fr faire reprendre une diffusion en pause

    help.broadcast.cancel
    en stop for good, and delete the drafts on the pages
    fr arrêter pour de bon, et supprimer les brouillons des pages

    help.broadcast.retry
    en try held and failed pages again
    fr réessayer les pages retenues ou en échec

    help.broadcast.receipt
    en write what was published where, page by page
    fr écrire ce qui a été publié, page par page

    help.worker
    en send what is due, as it becomes due
    fr envoyer ce qui est dû, à mesure que l'heure vient

    help.audit
    en read and verify the log of who did what
    fr lire et vérifier le journal de qui a fait quoi

    help.audit.list
    en list records, newest first
    fr lister les enregistrements, du plus récent au plus ancien

    help.audit.show
    en show one record exactly as it was written
    fr montrer un enregistrement exactement comme il fut écrit

    help.audit.verify
    en prove that no record was changed, removed or inserted
    fr prouver qu'aucun enregistrement n'a été changé, retiré ou inséré

    help.audit.checkpoint
    en sign the log as it is now
    fr signer le journal tel qu'il est

    help.audit.key
    en print the key that verifies our checkpoints
    fr afficher la clé qui vérifie nos points de contrôle

    help.audit.export
    en write the whole log so that others can verify it
    fr écrire tout le journal pour que d'autres puissent le vérifier

    help.sandbox
    en rehearse on pages of your own, on this machine only
    fr répéter sur des pages à vous, sur cette seule machine

    help.sandbox.serve
    en play the social network, with one page a store
    fr jouer le réseau social, avec une page par magasin
    """
}

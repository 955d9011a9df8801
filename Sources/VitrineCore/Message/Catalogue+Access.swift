extension Catalogue {
  /// Access, people, tokens, grants and signing in.
  static let access = """
    access.noToken
    en you are not signed in, or the token has expired or was revoked
    fr vous n'êtes pas identifié, ou le jeton a expiré ou a été révoqué

    access.noToken.hint
    en run 'vitrine login --enrol-stdin' with a one-time code, or put a token into VITRINE_TOKEN
    fr lancez « vitrine login --enrol-stdin » avec un code à usage unique, ou mettez un jeton dans
      VITRINE_TOKEN

    access.noKey
    en the key that protects the stored tokens is not in the key folder
    fr la clé qui protège les jetons enregistrés n'est pas dans le dossier des clés

    access.noKey.hint
    en put the file 'kek-1' back from your backup; 'vitrine config show' names the folder as
      keys.folder
    fr remettez le fichier « kek-1 » depuis votre sauvegarde ; « vitrine config show » donne le
      dossier sous keys.folder

    access.noRecord
    en '{1}' left no record in the audit log, so nothing was saved
    fr « {1} » n'a rien inscrit au journal d'audit, donc rien n'a été enregistré

    access.denied.hint
    en this is rule {1}; 'vitrine whoami' shows your grants
    fr c'est la règle {1} ; « vitrine whoami » montre vos droits

    access.denied.F1
    en '{1}' is refused: the person is suspended, or has not enrolled yet
    fr « {1} » est refusé : la personne est suspendue, ou n'a pas encore activé son compte

    access.denied.F2
    en '{1}' is refused: a contributor works on their own drafts only
    fr « {1} » est refusé : un contributeur ne travaille que sur ses propres brouillons

    access.denied.F3
    en '{1}' is refused: it takes somebody else, since nobody approves or launches their own work
    fr « {1} » est refusé : il faut quelqu'un d'autre, car nul n'approuve ni ne lance son propre
      travail

    access.denied.F4
    en '{1}' is refused: the state, the approvals or the digest do not allow it now
    fr « {1} » est refusé : l'état, les approbations ou l'empreinte ne le permettent pas maintenant

    access.denied.F5
    en '{1}' is refused: mandatory content is head office's, and a store or region cannot change it
    fr « {1} » est refusé : un contenu obligatoire relève du siège, un magasin ou une région ne peut
      le changer

    access.denied.F6
    en '{1}' is refused: this role or scope is not yours to hand out, and nobody grants to
      themselves
    fr « {1} » est refusé : ce rôle ou ce périmètre n'est pas à vous de l'accorder, et nul ne
      s'accorde un droit

    access.denied.F7
    en '{1}' is refused: the person holds a role that excludes this one
    fr « {1} » est refusé : la personne a un rôle incompatible avec celui-ci

    access.denied.F8
    en '{1}' is refused: the token in use allows less than you may do
    fr « {1} » est refusé : le jeton utilisé permet moins que vos droits

    access.denied.F9
    en '{1}' is refused: you signed in too long ago for it
    fr « {1} » est refusé : votre connexion est trop ancienne pour cela

    access.denied.F10
    en '{1}' is refused: it would leave nobody as administrator
    fr « {1} » est refusé : il ne resterait aucun administrateur

    access.denied.F11
    en '{1}' is refused: an action, role or scope in the request is unknown
    fr « {1} » est refusé : une action, un rôle ou un périmètre de la demande est inconnu

    access.denied.F12
    en '{1}' is refused: nobody may do this, and no grant can give it
    fr « {1} » est refusé : personne ne peut le faire, et aucun droit ne le donne

    access.denied.F13
    en '{1}' is refused: an emergency needs the number of a ticket, and lifts no freeze
    fr « {1} » est refusé : une urgence demande un numéro de ticket, et ne lève aucun gel

    access.denied.F14
    en '{1}' is refused: the store is closed
    fr « {1} » est refusé : le magasin est fermé

    access.denied.P
    en '{1}' is refused: none of your grants holds this action
    fr « {1} » est refusé : aucun de vos droits ne comprend cette action

    access.denied.S
    en '{1}' is refused: your grants do not cover all of these stores
    fr « {1} » est refusé : vos droits ne couvrent pas tous ces magasins

    people.initialised
    en the workspace has its administrator already
    fr l'espace de travail a déjà son administrateur

    people.initialised.hint
    en an administrator adds people with 'vitrine user create'
    fr un administrateur ajoute des personnes avec « vitrine user create »

    people.name
    en a name takes 1 to 200 bytes, without control characters
    fr un nom fait de 1 à 200 octets, sans caractère de contrôle

    people.name.hint
    en put a name with blanks into quotes, such as 'Marie Durand'
    fr mettez entre guillemets un nom avec des espaces, comme 'Marie Durand'

    people.email
    en this is not an e-mail address
    fr ceci n'est pas une adresse électronique

    people.code
    en this one-time code is wrong, was used already, or has expired
    fr ce code à usage unique est faux, déjà utilisé ou expiré

    people.code.hint
    en ask an administrator for a new one; it is good for seven days
    fr demandez-en un nouveau à un administrateur ; il est valable sept jours

    people.noUser
    en there is nobody with the id '{1}'
    fr personne n'a l'identifiant « {1} »

    people.noGrant
    en there is no grant '{1}'
    fr il n'y a pas de droit « {1} »

    people.noToken
    en you have no token '{1}'
    fr vous n'avez pas de jeton « {1} »

    people.days
    en a token lives from 1 to 90 days, not {1}
    fr un jeton vit de 1 à 90 jours, et non {1}

    people.untilPast
    en the grant would end at {1}, which is past
    fr le droit finirait le {1}, qui est passé

    people.breakglass
    en break-glass needs an end, at most 60 minutes away
    fr le bris de glace exige une fin, dans 60 minutes au plus

    people.scope
    en no store has the region or format '{1}'
    fr aucun magasin n'a la région ou le format « {1} »

    people.reason
    en say why, in up to 1000 bytes; the audit log keeps it
    fr dites pourquoi, en 1000 octets au plus ; le journal d'audit le garde

    grant.badRole
    en there is no role '{1}'
    fr il n'y a pas de rôle « {1} »

    grant.badRole.hint
    en the roles are {1}
    fr les rôles sont {1}

    grant.badScope
    en '{1}' is not a scope
    fr « {1} » n'est pas un périmètre

    grant.badScope.hint
    en write all, region:Bretagne, format:hypermarket or store:FR-0123
    fr écrivez all, region:Bretagne, format:hypermarket ou store:FR-0123

    grant.done
    en '{3}' now holds the role {1} on {2}; the grant is '{4}'
    fr « {3} » a maintenant le rôle {1} sur {2} ; c'est le droit « {4} »

    grant.revoked
    en the grant '{1}' is revoked
    fr le droit « {1} » est révoqué

    token.once
    en here is the token, shown this once; keep it like a password:
    fr voici le jeton, montré cette seule fois ; gardez-le comme un mot de passe :

    token.good
    en good
    fr valide

    token.expired
    en expired
    fr expiré

    token.revoked
    en revoked
    fr révoqué

    token.wasRevoked
    en the token '{1}' is revoked
    fr le jeton « {1} » est révoqué

    login.how
    en the one-time code is read from standard input, where no history keeps it
    fr le code à usage unique se lit sur l'entrée standard, où aucun historique ne le garde

    login.how.hint
    en run 'vitrine login --enrol-stdin', paste the code, and end with Ctrl-D
    fr lancez « vitrine login --enrol-stdin », collez le code et terminez par Ctrl-D

    login.done
    en you are signed in as '{1}'
    fr vous êtes identifié sous « {1} »

    user.created
    en '{1}' is invited, with the id '{2}'
    fr « {1} » reçoit une invitation, avec l'identifiant « {2} »

    user.enrolment
    en hand over this one-time code, good for seven days with 'vitrine login --enrol-stdin':
    fr remettez ce code à usage unique, valable sept jours avec « vitrine login --enrol-stdin » :

    account.invited
    en invited
    fr invité

    account.active
    en active
    fr actif

    account.suspended
    en suspended
    fr suspendu
    """
}

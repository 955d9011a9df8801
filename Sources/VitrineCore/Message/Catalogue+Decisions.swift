extension Catalogue {
  /// Decisions about access: tickets, signing in anew, what the answers say.
  static let decisions = """
    access.ticket
    en a ticket is 1 to 64 letters, digits and the marks # - _ . /
    fr un ticket fait de 1 à 64 lettres, chiffres et signes # - _ . /

    access.denied.stepUp
    en this is rule F9: sign in again, then repeat the command; on a desk without a directory an
      administrator makes a code with 'vitrine user enrol' for 'vitrine login --enrol-stdin'
    fr c'est la règle F9 : identifiez-vous à nouveau, puis relancez la commande ; sans annuaire, un
      administrateur crée un code par « vitrine user enrol » pour « vitrine login --enrol-stdin »

    access.allow
    en allowed
    fr autorisé

    access.deny
    en refused
    fr refusé

    access.authAge
    en the age of a sign-in is a number of minutes from 0, not {1}
    fr l'âge d'une connexion est un nombre de minutes à partir de 0, et non {1}

    access.badAction
    en there is no action '{1}'
    fr il n'y a pas d'action « {1} »

    access.badAction.hint
    en docs/access.md lists the actions, such as broadcast.read or post.publish
    fr docs/access.md donne la liste des actions, comme broadcast.read ou post.publish

    access.roles
    en roles that hold '{1}': {2}
    fr rôles qui comprennent « {1} » : {2}

    access.why.own
    en {1} may do '{2}' to what is their own, as everybody may, without a grant
    fr {1} peut faire « {2} » sur ce qui lui appartient, comme tout le monde, sans droit
      accordé

    access.why.grant
    en {1} may do '{2}': the grant '{3}' gives the role {4} on {5}; '{6}' made it, it holds
      from {7} and has no end
    fr {1} peut faire « {2} » : le droit « {3} » donne le rôle {4} sur {5} ; « {6} » l'a
      accordé, il vaut à partir du {7} et n'a pas de fin

    access.why.grantUntil
    en {1} may do '{2}': the grant '{3}' gives the role {4} on {5}; '{6}' made it, it holds
      from {7} until {8}
    fr {1} peut faire « {2} » : le droit « {3} » donne le rôle {4} sur {5} ; « {6} » l'a
      accordé, il vaut du {7} au {8}

    access.why.F11
    en rule F11: nobody knows {3}, so nothing is allowed; check the spelling
    fr règle F11 : personne ne connaît {3}, donc rien n'est permis ; vérifiez l'orthographe

    access.why.F1
    en rule F1: {1} is suspended or has not enrolled, so nothing is allowed; enrolling anew
      changes that
    fr règle F1 : {1} est suspendu ou n'a pas activé son compte, donc rien n'est permis ; une
      nouvelle activation y remédie

    access.why.F8
    en rule F8: the token leaves '{2}' out, or is a personal one that makes no tokens; signing
      in gives a session without that limit
    fr règle F8 : le jeton ne comprend pas « {2} », ou c'est un jeton personnel, qui n'en crée
      pas d'autres ; une connexion donne une session sans cette limite

    access.why.P
    en rule P: no grant of {1} that holds at that instant comprises '{2}'; it takes a grant of
      a role that does
    fr règle P : aucun droit de {1} valable à cet instant ne comprend « {2} » ; il faut un rôle
      qui le comprenne

    access.why.S
    en rule S: {1} holds '{2}', but not for all of this; it takes a grant whose scope covers
      every store, or the scope all for a national matter
    fr règle S : {1} a « {2} », mais pas pour tout ceci ; il faut un droit dont le périmètre
      couvre chaque magasin, ou le périmètre all pour une affaire nationale

    access.why.F12
    en rule F12: nobody may do '{2}', and no grant can give it
    fr règle F12 : personne ne peut faire « {2} », et aucun droit ne le donne

    access.why.F2
    en rule F2: a contributor edits and submits their own drafts; the author of this one, or a
      manager of the store, can do it
    fr règle F2 : un contributeur modifie et soumet ses propres brouillons ; l'auteur de
      celui-ci, ou un responsable du magasin, peut le faire

    access.why.F3
    en rule F3: {1} had a hand in it, and nobody approves or launches their own work; it takes
      somebody else who holds '{2}'
    fr règle F3 : {1} y a pris part, et nul n'approuve ni ne lance son propre travail ; il faut
      une autre personne qui a « {2} »

    access.why.F4
    en rule F4: the state or the approvals do not allow '{2}' now; show the object to see where
      it stands
    fr règle F4 : l'état ou les approbations ne permettent pas « {2} » maintenant ; affichez
      l'objet pour voir où il en est

    access.why.F5
    en rule F5: mandatory content is head office's; a store reports a mistake with
      broadcast.report, and head office pauses or takes down
    fr règle F5 : un contenu obligatoire relève du siège ; un magasin signale une erreur par
      broadcast.report, et le siège suspend ou retire

    access.why.F6
    en rule F6: {1} may not hand out this role on this scope, and nobody grants to themselves;
      a national administrator can
    fr règle F6 : {1} ne peut accorder ce rôle sur ce périmètre, et nul ne s'accorde un droit ;
      un administrateur national le peut

    access.why.F7
    en rule F7: the person holds a role, now or later, that excludes this one; revoke that one
      first
    fr règle F7 : la personne a, maintenant ou plus tard, un rôle incompatible avec celui-ci ;
      révoquez d'abord l'autre

    access.why.F9
    en rule F9: '{2}' reaches the whole country and asks for a recent sign-in; sign in again,
      then repeat it
    fr règle F9 : « {2} » touche tout le pays et demande une connexion récente ;
      identifiez-vous à nouveau, puis recommencez

    access.why.F10
    en rule F10: nobody would be left as administrator; make another one first
    fr règle F10 : il ne resterait aucun administrateur ; nommez-en d'abord un autre

    access.why.F13
    en rule F13: break-glass works with the number of a ticket, and for 60 minutes at most;
      name it with --ticket; a freeze is lifted by others
    fr règle F13 : le bris de glace exige un numéro de ticket et dure 60 minutes au plus ;
      donnez-le par --ticket ; un gel est levé par d'autres

    access.why.F14
    en rule F14: the store is closed, so nothing new begins there; reading, taking down and
      revoking still go
    fr règle F14 : le magasin est fermé, rien de nouveau n'y commence ; lire, retirer et
      révoquer restent possibles

    token.everything
    en all
    fr tout

    column.scopes
    en ALLOWS
    fr PERMET

    help.access
    en say who may do what, and why
    fr dire qui peut faire quoi, et pourquoi

    help.access.check
    en answer yes or no, with the grant or the rule
    fr répondre oui ou non, avec le droit ou la règle

    help.access.explain
    en answer in a sentence, with what it would take
    fr répondre par une phrase, avec ce qu'il faudrait

    help.access.asOf
    en answer for an instant that has passed
    fr répondre pour un instant passé

    help.option.access.user
    en whom it is about; you, if left out
    fr la personne concernée ; vous, par défaut

    help.option.access.action
    en what they would do, such as post.publish
    fr ce qu'elle ferait, par exemple post.publish

    help.option.access.store
    en at which stores; every one must be covered
    fr dans quels magasins ; chacun doit être couvert

    help.option.access.object
    en the id of a broadcast, post, page, person, grant or token
    fr l'identifiant d'une diffusion, publication, page, personne, droit ou jeton

    help.option.access.role
    en the role to give, for a grant that is not there yet
    fr le rôle à accorder, pour un droit qui n'existe pas encore

    help.option.access.scope
    en where to give it
    fr où l'accorder

    help.option.access.authAge
    en how old the sign-in is
    fr l'âge de la connexion

    help.option.access.tokenScopes
    en the only actions that the token allows, divided by commas
    fr les seules actions que permet le jeton, séparées par des virgules

    help.option.access.at
    en at which instant
    fr à quel instant

    help.option.token.scope
    en the only actions that the token allows; all, if left out
    fr les seules actions que permet le jeton ; toutes, par défaut
    """
}

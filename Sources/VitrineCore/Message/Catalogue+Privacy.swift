extension Catalogue {
  /// What is kept about people, and the review of rights.
  static let privacy = """
    help.privacy
    en what is kept about people, and for how long
    fr ce qui est gardé sur les personnes, et combien de temps

    help.privacy.inventory
    en list every column that says something about people
    fr lister chaque colonne qui dit quelque chose des personnes

    help.privacy.retain
    en erase the names of people who left longer ago than the term
    fr effacer les noms des personnes parties depuis plus longtemps que la durée fixée

    help.option.privacy.dryRun
    en only say whose name is due
    fr seulement dire quels noms sont à effacer

    help.access.review
    en list the rights that somebody should look at
    fr lister les droits que quelqu'un devrait examiner

    help.option.review.staff
    en the CSV file of who works here: name,email and, for those who go, left
    fr le fichier CSV du personnel : name,email et, pour qui s'en va, left

    help.option.review.pages
    en ask the pages themselves who has rights on them
    fr demander aux pages elles-mêmes qui a des droits sur elles

    help.option.review.keep
    en say that this grant stays, with --reason
    fr dire que ce droit reste, avec --reason

    privacy.notSuspended
    en '{1}' can still act, and nobody acts without a name
    fr « {1} » peut encore agir, et nul n'agit sans nom

    privacy.notSuspended.hint
    en first run 'vitrine user revoke-all {1} --reason …'
    fr lancez d'abord « vitrine user revoke-all {1} --reason … »

    privacy.reasonNames
    en the reason names the person, and would keep what is to be erased
    fr le motif nomme la personne, et garderait ce qui doit être effacé

    privacy.nothingDue
    en no name is due
    fr aucun nom n'est à effacer

    privacy.textsRetained
    en the texts of {1#} {1?post:posts} that came down more than {2} months ago are erased
    fr les textes de {1#} {1?publication retirée:publications retirées} depuis plus de {2} mois sont effacés

    privacy.retained
    en {1#} {1?name:names} erased, of people who left more than {2#} {2?month:months} ago
    fr {1#} {1?nom effacé:noms effacés}, de personnes parties depuis plus de {2#} mois

    privacy.noAddresses
    en no address of anybody's machine (IP) is kept anywhere
    fr aucune adresse de machine (IP) n'est gardée nulle part

    privacy.data.identity
    en Names and addresses
    fr Noms et adresses

    privacy.purpose.identity
    en so that colleagues and auditors know who acted
    fr pour que collègues et auditeurs sachent qui a agi

    privacy.term.identity
    en while the person works here and {1#} {1?month:months} after, or until erased
    fr tant que la personne travaille ici et {1#} mois après, ou jusqu'à l'effacement

    privacy.readers.identity
    en administrators and auditors; managers inside their own scope; colleagues of the same
      broadcast
    fr administrateurs et auditeurs ; responsables dans leur périmètre ; collègues d'une même
      diffusion

    privacy.data.identifier
    en Opaque ids of people
    fr Identifiants opaques de personnes

    privacy.purpose.identifier
    en so that the log adds up without names
    fr pour que le journal se tienne sans les noms

    privacy.term.identifier
    en as long as the desk; nobody's once the name is erased
    fr aussi longtemps que le bureau ; de personne une fois le nom effacé

    privacy.readers.identifier
    en whoever may read the thing that was done
    fr qui peut lire ce qui a été fait

    privacy.data.rights
    en Rights
    fr Droits

    privacy.purpose.rights
    en to decide who may do what, and to say later who could
    fr pour décider qui peut quoi, et dire plus tard qui pouvait

    privacy.term.rights
    en as long as the desk; nobody's once the name is erased
    fr aussi longtemps que le bureau ; de personne une fois le nom effacé

    privacy.readers.rights
    en administrators and auditors; managers inside their own scope
    fr administrateurs et auditeurs ; responsables dans leur périmètre

    privacy.data.credential
    en How people sign in
    fr Comment les personnes s'identifient

    privacy.purpose.credential
    en to know a token or a code again; the texts themselves are not kept
    fr pour reconnaître un jeton ou un code ; les textes eux-mêmes ne sont pas gardés

    privacy.term.credential
    en as the name; good for ninety days at most
    fr comme le nom ; valables quatre-vingt-dix jours au plus

    privacy.readers.credential
    en the person; administrators and auditors see kinds, endings and times
    fr la personne ; administrateurs et auditeurs voient genres, terminaisons et heures

    privacy.data.activity
    en What people did, and when
    fr Ce que les personnes ont fait, et quand

    privacy.purpose.activity
    en to prove who posted what with whose approval; never to measure anybody's work
    fr pour prouver qui a publié quoi avec quelle approbation ; jamais pour mesurer le travail de
      quiconque

    privacy.term.activity
    en as long as the log; nobody's once the name is erased
    fr aussi longtemps que le journal ; de personne une fois le nom effacé

    privacy.readers.activity
    en auditors; who may read a post reads that post's own history
    fr auditeurs ; qui peut lire une publication lit l'histoire de celle-ci

    privacy.data.words
    en People's own words
    fr Les mots des personnes

    privacy.purpose.words
    en to know later why somebody did something
    fr pour savoir plus tard pourquoi quelqu'un a fait quelque chose

    privacy.term.words
    en as the name of whoever wrote them, or whom they are about
    fr comme le nom de qui les a écrits, ou de qui ils parlent

    privacy.readers.words
    en auditors, and whoever the step concerned
    fr auditeurs, et les personnes que l'étape concernait

    privacy.data.network
    en People on the networks
    fr Personnes sur les réseaux

    privacy.purpose.network
    en to find who posted around the desk
    fr pour trouver qui a publié en dehors du bureau

    privacy.term.network
    en as long as the desk
    fr aussi longtemps que le bureau

    privacy.readers.network
    en auditors and administrators
    fr auditeurs et administrateurs

    review.clean
    en nothing to look at
    fr rien à examiner

    review.findings
    en {1#} {1?finding:findings}
    fr {1#} {1?constat:constats}

    review.kept
    en the grant '{1}' stays, and reviews say nothing about it until {2}
    fr le droit « {1} » reste, et les revues n'en disent rien jusqu'au {2}

    review.noExpiry
    en {1}: has no end
    fr {1} : n'a pas de fin

    review.granterGone
    en {1}: whoever gave it ('{2}') is suspended or gone
    fr {1} : qui l'a accordé (« {2} ») est suspendu ou parti

    review.inactive
    en {1}: the person cannot act
    fr {1} : la personne ne peut pas agir

    review.closedStore
    en {1}: the store {2} is closed
    fr {1} : le magasin {2} est fermé

    review.unused
    en {1}: not used for 90 days
    fr {1} : pas utilisé depuis 90 jours

    review.exclusion
    en {1}: the person holds a role that excludes this one
    fr {1} : la personne a un rôle incompatible avec celui-ci

    review.oneHand
    en {1}: invited, enrolled and granted by {2} alone within a day
    fr {1} : invité, inscrit et habilité par {2} seul en un jour

    review.left
    en {1} left on {2}
    fr {1} est parti le {2}

    review.notOnList
    en {1} is not on the list of staff
    fr {1} n'est pas sur la liste du personnel

    review.page.person
    en {1} has rights on the page '{2}' with an account of their own ({3})
    fr {1} a des droits sur la page « {2} » avec un compte personnel ({3})

    review.page.notAsked
    en the page '{1}' of {2} did not say who has rights on it
    fr la page « {1} » de {2} n'a pas dit qui a des droits sur elle

    review.fix.grant
    en 'vitrine grant revoke {1} --reason …', or 'vitrine access review --keep {1} --reason …'
    fr « vitrine grant revoke {1} --reason … », ou « vitrine access review --keep {1} --reason … »

    review.fix.user
    en 'vitrine user revoke-all {1} --reason …', or put them on the list
    fr « vitrine user revoke-all {1} --reason … », ou ajoutez-la à la liste

    review.fix.page
    en take the rights of {1} away in the settings of the page '{2}'
    fr retirez les droits de {1} dans les réglages de la page « {2} »

    review.fix.pageNotAsked
    en run 'vitrine page check', mend what it names, and review again
    fr lancez « vitrine page check », réparez ce qu'elle nomme, et refaites la revue
    """
}

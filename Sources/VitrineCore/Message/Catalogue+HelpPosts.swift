extension Catalogue {
  /// What the commands about posts and their options are for.
  static let helpPosts = """
    help.post
    en what stores say on their own pages
    fr ce que les magasins disent sur leurs pages

    help.post.adapt
    en make a template of the library your store's own post
    fr faire d'un modèle de la bibliothèque la publication de votre magasin

    help.post.create
    en write a post of your own
    fr écrire sa propre publication

    help.post.show
    en show what a post says and where it stands
    fr montrer ce que dit une publication et où elle en est

    help.post.list
    en list the posts of your stores
    fr lister les publications de vos magasins

    help.post.edit
    en change a post that is not public; its approvals are void
    fr modifier une publication qui n'est pas encore publique ; ses approbations sont annulées

    help.post.submit
    en hand a post over to whoever may approve it
    fr soumettre une publication à qui peut l'approuver

    help.post.approve
    en say yes to what you read
    fr dire oui à ce que vous avez lu

    help.post.reject
    en say no, with a reason
    fr dire non, avec un motif

    help.post.withdraw
    en pull a post back before it is scheduled
    fr reprendre une publication avant qu'elle soit programmée

    help.post.publish
    en publish a post now, or at a time
    fr publier maintenant, ou à une heure

    help.post.cancel
    en stop a post that is approved or scheduled
    fr arrêter une publication approuvée ou programmée

    help.post.takedown
    en take a public post down
    fr retirer une publication de la page

    help.post.expired
    en list public posts whose offer is over, and take them down
    fr lister les publications en ligne dont l'offre est finie, et les retirer

    help.option.post.store
    en the store; may be left out by who works for one
    fr le magasin ; facultatif pour qui travaille pour un seul

    help.option.post.to
    en several stores, approved as a whole
    fr plusieurs magasins, approuvés ensemble

    help.option.post.network
    en only on this network; may be repeated
    fr seulement sur ce réseau ; peut être répété

    help.option.post.at
    en when: instant:2026-11-28T08:00:00Z, or local:2026-11-28T09:00 for the store's clock
    fr quand : instant:2026-11-28T08:00:00Z, ou local:2026-11-28T09:00 à l'heure du magasin

    help.option.post.entry
    en the entry of the calendar whose place it takes
    fr l'entrée du calendrier dont elle prend la place

    help.option.post.media
    en a picture of your own; may be repeated
    fr une image à vous ; peut être répété

    help.option.post.alt
    en what the picture shows, for who does not see it; one for each picture, in order
    fr ce que montre l'image, pour qui ne la voit pas ; un par image, dans l'ordre

    help.option.post.people
    en people can be recognised in the picture
    fr on reconnaît des personnes sur l'image

    help.option.post.minors
    en children can be recognised in the picture
    fr on reconnaît des enfants sur l'image

    help.option.post.consent
    en the reference of their written agreement
    fr la référence de leur accord écrit

    help.option.post.parents
    en the reference of the parents' written agreement
    fr la référence de l'accord écrit des parents

    help.option.post.template
    en the id of the template
    fr l'identifiant du modèle

    help.option.post.set
    en the value of a field; may be repeated
    fr la valeur d'un champ ; peut être répété

    help.option.post.textFile
    en the file with the text; - for standard input
    fr le fichier du texte ; - pour l'entrée standard

    help.option.post.link
    en an https address that the post links to
    fr une adresse https vers laquelle elle renvoie

    help.option.post.id
    en the post, or the submission for all its posts
    fr la publication, ou l'envoi pour toutes les siennes

    help.option.post.asPublished
    en the text as it became public
    fr le texte tel qu'il a été publié

    help.option.post.ofStore
    en only of this store
    fr seulement de ce magasin

    help.option.post.state
    en only in this state
    fr seulement dans cet état

    help.option.post.mine
    en only what you wrote or changed
    fr seulement ce que vous avez écrit ou modifié

    help.option.post.waiting
    en only what waits for you
    fr seulement ce qui vous attend

    help.option.post.from
    en only what is or shall be public from this day or instant on
    fr seulement ce qui est ou sera public à partir de ce jour ou instant

    help.option.post.until
    en only what is or shall be public before this day or instant
    fr seulement ce qui est ou sera public avant ce jour ou instant

    help.option.post.cursor
    en where the last list ended
    fr où s'est arrêtée la liste précédente

    help.option.post.noMedia
    en no picture of your own any more
    fr plus d'image à vous

    help.option.post.noTime
    en no time any more: it goes when it is published
    fr plus d'heure : elle part quand on la publie

    help.option.post.now
    en now, whatever time stands in it
    fr maintenant, quelle que soit l'heure prévue

    help.option.post.detach
    en leave the publication to the workers
    fr laisser la publication aux exécutants

    help.option.post.takedownAll
    en take all of them down
    fr les retirer toutes
    """
}

extension Catalogue {
  /// A post that somebody made by hand, taken for the one of a broadcast.
  static let adopting = """
    help.broadcast.adopt
    en take a post that somebody made by hand for the one of the broadcast
    fr reprendre une publication faite à la main à la place de celle de la diffusion

    help.option.adopt.page
    en the page: its id, the network's id of it, or the code of its store
    fr la page : son identifiant, celui du réseau, ou le code de son magasin

    help.option.adopt.post
    en the post: its address, or the network's id of it
    fr la publication : son adresse, ou son identifiant sur le réseau

    help.option.adopt.altered
    en take it even if it says something else; the record and the receipt say so
    fr la reprendre même si elle dit autre chose ; la trace et le reçu le disent

    adopt.done
    en the post '{1}' is the one of the store '{2}' in the broadcast '{3}' now
    fr la publication « {1} » est désormais celle du magasin « {2} » dans la diffusion « {3} »

    adopt.altered
    en it says something else than was approved; 'vitrine broadcast verify {1}' shows the difference
    fr elle ne dit pas ce qui a été approuvé ; « vitrine broadcast verify {1} » montre la différence

    adopt.draft
    en a draft of ours is still on the page; a worker deletes it, and never publishes it
    fr un brouillon à nous est encore sur la page ; un agent d'envoi le supprime, sans jamais le publier

    adopt.noID
    en '{1}' does not name a post
    fr « {1} » ne désigne pas de publication

    adopt.noID.hint
    en give an address with the number of the post, or its id such as 100200300_100200301; 'vitrine audit reconcile' lists posts made by hand with their ids
    fr donnez une adresse qui contient le numéro de la publication, ou son identifiant comme 100200300_100200301 ; « vitrine audit reconcile » liste les publications faites à la main avec leur identifiant

    adopt.noPage
    en the broadcast '{2}' does not go to a page '{1}'
    fr la diffusion « {2} » ne va sur aucune page « {1} »

    adopt.noPage.hint
    en 'vitrine broadcast status {1} --pages' lists its pages and stores
    fr « vitrine broadcast status {1} --pages » liste ses pages et ses magasins

    adopt.severalPages
    en '{1}' has several pages in this broadcast: name one of {2}
    fr « {1} » a plusieurs pages dans cette diffusion : nommez l'une de {2}

    adopt.otherPage
    en the post is not one of the page '{1}'
    fr la publication n'est pas de la page « {1} »

    adopt.hidden
    en the post '{1}' is there and not public
    fr la publication « {1} » existe, mais n'est pas publique

    adopt.gone
    en the network knows no post '{1}' on the page '{2}'
    fr le réseau ne connaît aucune publication « {1} » sur la page « {2} »

    adopt.gone.hint
    en open the post on the page and copy its address again
    fr ouvrez la publication sur la page et recopiez son adresse

    adopt.ourOwn
    en our own post '{1}' is public on the page '{2}' already
    fr notre propre publication « {1} » est déjà visible sur la page « {2} »

    adopt.ourOwn.hint
    en run 'vitrine broadcast launch {1}', which takes note of it, and delete the other one by hand
    fr lancez « vitrine broadcast launch {1} », qui en prendra note, et supprimez l'autre à la main

    adopt.otherText
    en the post says something else: approved is '{1}', there stands '{2}'
    fr la publication dit autre chose : le texte approuvé est « {1} », on y lit « {2} »

    adopt.otherText.hint
    en correct the post on the page, or take it as it is with --altered
    fr corrigez la publication sur la page, ou reprenez-la telle quelle avec --altered

    adopt.taken
    en the post '{1}' is another one of ours already
    fr la publication « {1} » est déjà une autre des nôtres

    adopt.stands
    en the store '{1}' has nothing that a post made by hand could stand for (state: {2})
    fr le magasin « {1} » n'a rien qu'une publication faite à la main puisse remplacer (état : {2})

    adopt.stands.hint
    en only a page that waits, failed or is not clear takes one
    fr seule une page en attente, en échec ou incertaine peut en reprendre une

    adopt.busy
    en something is on its way to the store '{1}', or nobody knows yet how it ended
    fr un envoi vers le magasin « {1} » est en cours, ou son issue n'est pas encore connue

    adopt.busy.hint
    en wait ten minutes and try again; 'vitrine broadcast status --pages' says how it ended
    fr attendez dix minutes et réessayez ; « vitrine broadcast status --pages » dira comment il s'est terminé

    adopt.moved
    en the delivery moved while the page was read; nothing was changed
    fr l'envoi a avancé pendant la lecture de la page ; rien n'a été modifié

    adopt.moved.hint
    en look at 'vitrine broadcast status --pages', and run the command again if it is still needed
    fr regardez « vitrine broadcast status --pages », et relancez la commande si elle sert encore

    trouble.otherText
    en somebody posted by hand, and it says something else than was approved
    fr quelqu'un a publié à la main, et le texte n'est pas celui qui a été approuvé

    trouble.otherText.fix
    en read it with 'vitrine broadcast verify', then correct it on the page by hand or take it down
    fr lisez-le avec « vitrine broadcast verify », puis corrigez-le à la main sur la page ou retirez-le

    trouble.otherText.who
    en region manager
    fr responsable régional
    """
}

extension Catalogue {
  /// What connectors say: addresses that are not used, tokens that are refused, networks that fail.
  static let networks = """
    network.isSandbox
    en sandbox: the network is {1} on this machine, no real page is touched
    fr bac à sable (sandbox) : le réseau est {1} sur cette machine, aucune vraie page n'est touchée

    network.address.characters
    en the network's address holds characters that no address has
    fr l'adresse du réseau contient des caractères interdits dans une adresse

    network.address.userInfo
    en the network's address holds a user name, an @ or a backslash
    fr l'adresse du réseau contient un nom d'utilisateur, un @ ou une barre oblique inverse

    network.address.query
    en the network's address holds a '?' or a '#'
    fr l'adresse du réseau contient un « ? » ou un « # »

    network.address.scheme
    en the network's address begins with neither https:// nor http://
    fr l'adresse du réseau ne commence ni par https:// ni par http://

    network.address.malformed
    en the network's address cannot be read
    fr l'adresse du réseau est illisible

    network.address.insecure
    en http is only for a sandbox on this machine; everything else takes https
    fr http est réservé au bac à sable de cette machine ; tout le reste passe par https

    network.address.host
    en the network's address is neither Meta's nor on this machine
    fr l'adresse du réseau n'est ni celle de Meta ni sur cette machine

    network.address.hint
    en use https://graph.facebook.com, or the address that 'vitrine sandbox serve' prints
    fr utilisez https://graph.facebook.com ou l'adresse affichée par « vitrine sandbox serve »

    network.version.malformed
    en '{1}' is not a version of the Graph API, such as v26.0
    fr « {1} » n'est pas une version de l'API Graph, comme v26.0

    network.appID.malformed
    en the app's id holds something else than letters, digits, hyphens and underscores
    fr l'identifiant de l'application contient autre chose que lettres, chiffres, tirets
      et tirets bas

    network.appSecret.malformed
    en the app's secret is empty or holds spaces or other characters that no secret has
    fr le secret de l'application est vide, ou contient des espaces ou des caractères interdits

    network.number.outside
    en {1} is {2}; it must be from {3#} to {4#}
    fr {1} vaut {2} ; il faut une valeur de {3#} à {4#}

    network.token.malformed
    en this is not a token: it is empty, or holds spaces or line breaks
    fr ceci n'est pas un jeton : il est vide, ou contient des espaces ou des retours à la ligne

    network.token.refused
    en Facebook does not accept the token: {1}
    fr Facebook refuse le jeton : {1}

    network.token.hint
    en make a new token, best of a system user in the business settings, and connect again
    fr créez un nouveau jeton, de préférence celui d'un utilisateur système dans les paramètres
      de l'entreprise, puis reconnectez

    network.permission.missing
    en Facebook does not let this token see its pages: {1}
    fr Facebook n'autorise pas ce jeton à voir ses pages : {1}

    network.permission.hint
    en the token needs pages_show_list, pages_manage_posts and pages_read_engagement
    fr le jeton a besoin de pages_show_list, pages_manage_posts et pages_read_engagement

    network.throttled
    en Facebook takes no more calls for now; try again in {1#} {1?second:seconds}
    fr Facebook n'accepte plus d'appels pour le moment ; réessayez dans {1#} {1?seconde:secondes}

    network.trouble
    en Facebook has trouble of its own; try again later: {1}
    fr Facebook rencontre un problème ; réessayez plus tard : {1}

    network.request.refused
    en Facebook did not understand the request: {1}
    fr Facebook n'a pas compris la requête : {1}

    network.unreachable
    en Facebook does not answer: {1}
    fr Facebook ne répond pas : {1}

    network.answer.unreadable
    en Facebook's answer cannot be read (status {1})
    fr la réponse de Facebook est illisible (statut {1})

    network.paging.circle
    en Facebook's list of pages runs in a circle; nothing was taken over
    fr la liste des pages de Facebook tourne en rond ; rien n'a été repris

    network.paging.endless
    en Facebook's list of pages does not end after {1#} requests; nothing was taken over
    fr la liste des pages de Facebook ne finit pas après {1#} requêtes ; rien n'a été repris
    """
}

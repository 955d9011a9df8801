extension Catalogue {
  /// What is said of servers that speak Mastodon's API, and of connecting their accounts.
  static let mastodon = """
    mastodon.secret
    en this is not the address of a server and a token for it
    fr ceci n'est pas l'adresse d'un serveur suivie d'un jeton

    mastodon.unreachable
    en {1} does not answer: {2}
    fr {1} ne répond pas : {2}

    mastodon.unreadable
    en {1} answers what no Mastodon server does (status {2}); check the address, and try again
    fr {1} ne répond pas comme un serveur Mastodon (statut {2}) ; vérifiez l'adresse et réessayez

    mastodon.noServer
    en there is no Mastodon server at {1}; check the address
    fr il n'y a pas de serveur Mastodon à l'adresse {1} ; vérifiez-la

    mastodon.token
    en {1} does not accept the token: {2}
    fr {1} refuse le jeton : {2}

    mastodon.permission
    en {1} does not let this token see its account: {2}
    fr {1} n'autorise pas ce jeton à voir son compte : {2}

    mastodon.throttled
    en {1} takes no more calls for now; try again in {2#} {2?second:seconds}
    fr {1} n'accepte plus d'appels pour le moment ; réessayez dans {2#} {2?seconde:secondes}
    """
}

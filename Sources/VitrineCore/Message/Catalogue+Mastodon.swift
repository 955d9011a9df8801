extension Catalogue {
  /// What is said of servers that speak Mastodon's API, and of connecting their accounts.
  static let mastodon = """
    mastodon.secret
    en this is not the address of a server and a token for it
    fr ceci n'est pas l'adresse d'un serveur suivie d'un jeton

    mastodon.unreachable
    en {1} does not answer: {2}
    fr {1} ne répond pas : {2}

    mastodon.unreadable
    en {1} answers what no Mastodon server does (status {2}); check the address, and try again
    fr {1} ne répond pas comme un serveur Mastodon (statut {2}) ; vérifiez l'adresse et réessayez

    mastodon.noServer
    en there is no Mastodon server at {1}; check the address
    fr il n'y a pas de serveur Mastodon à l'adresse {1} ; vérifiez-la

    mastodon.token
    en {1} does not accept the token: {2}
    fr {1} refuse le jeton : {2}

    mastodon.permission
    en {1} does not let this token see its account: {2}
    fr {1} n'autorise pas ce jeton à voir son compte : {2}

    mastodon.throttled
    en {1} takes no more calls for now; try again in {2#} {2?second:seconds}
    fr {1} n'accepte plus d'appels pour le moment ; réessayez dans {2#} {2?seconde:secondes}

    mastodon.secret.hint
    en run 'vitrine page connect --network mastodon --tokens-stdin' with the columns
      store,baseURL,token
    fr lancez « vitrine page connect --network mastodon --tokens-stdin » avec les colonnes
      store,baseURL,token

    accounts.oneEach
    en on {1} every store has an account and a token of its own
    fr sur {1}, chaque magasin a son propre compte et son propre jeton

    accounts.oneEach.hint
    en run 'vitrine page connect --network {1} --tokens-stdin' with the columns store,baseURL,token
    fr lancez « vitrine page connect --network {1} --tokens-stdin » avec les colonnes
      store,baseURL,token

    accounts.oneForAll
    en on {1} one token shows all pages, and there is no list of accounts to connect
    fr sur {1}, un seul jeton montre toutes les pages : il n'y a pas de liste de comptes à connecter

    accounts.oneForAll.hint
    en run 'vitrine page connect --network {1} --token-stdin'
    fr lancez « vitrine page connect --network {1} --token-stdin »

    accounts.bad
    en the list of accounts cannot be used as it is; nothing was connected
    fr la liste des comptes est inutilisable en l'état ; rien n'a été connecté

    accounts.none
    en the list of accounts is empty
    fr la liste des comptes est vide

    accounts.server
    en this is not the address of a server: https://, a host and nothing more (http only on this
      machine)
    fr ceci n'est pas l'adresse d'un serveur : https://, un nom d'hôte et rien de plus (http
      seulement sur cette machine)

    accounts.token
    en the token is empty, or holds spaces or signs that no token has
    fr le jeton est vide, ou contient des espaces ou des signes interdits dans un jeton

    accounts.store
    en the store '{1}' is there twice; a store has one account on a network
    fr le magasin « {1} » est là deux fois ; un magasin a un seul compte par réseau

    accounts.same
    en this is the same account as that of the store '{1}'
    fr c'est le même compte que celui du magasin « {1} »

    help.option.page.tokens
    en read a list of accounts from standard input: columns store, baseURL and token
    fr lire une liste de comptes sur l'entrée standard : colonnes store, baseURL et token

    limits.server
    en the text has {2#} {2?character:characters}, and the server of {1} takes {3#}
    fr le texte fait {2#} {2?caractère:caractères}, et le serveur de {1} en accepte {3#}

    config.word
    en '{1}' must be one of {2}, not '{3}'
    fr « {1} » doit valoir {2}, pas « {3} »

    config.language-code
    en '{1}' must be a language in two or three lower-case letters, such as fr, not '{2}'
    fr « {1} » doit être une langue en deux ou trois lettres minuscules, comme fr, pas « {2} »

    config.template.mastodon
    en Who sees a post on Mastodon, its language, and how many requests are on their way at once.
    fr Qui voit une publication sur Mastodon, sa langue, et combien de requêtes sont en route à la fois.
    """
}

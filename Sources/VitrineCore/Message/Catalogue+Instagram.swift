extension Catalogue {
  /// What Instagram needs beside Facebook.
  static let instagram = """
    network.instagram.media
    en Instagram fetches pictures from a web server, and none is set
    fr Instagram vient chercher les images sur un serveur web, et aucun n'est indiqué

    network.instagram.media.hint
    en set networks.instagram.mediaFolder to a folder that your web server shows to everybody, and
      networks.instagram.mediaBaseURL to that folder's address
    fr donnez à networks.instagram.mediaFolder un dossier que votre serveur web montre à tous, et à
      networks.instagram.mediaBaseURL l'adresse de ce dossier

    pages.instagram.failed
    en the pages of Facebook are connected, their Instagram accounts are not: {1}
    fr les pages Facebook sont connectées, leurs comptes Instagram ne le sont pas : {1}

    pages.instagram.retry
    en when that is mended, run 'vitrine page connect --network instagram --token-stdin'
    fr une fois le problème réglé, lancez « vitrine page connect --network instagram --token-stdin »

    config.template.instagram
    en Instagram fetches pictures by their address: a folder that your web server shows to everybody,
      and where it does.
    fr Instagram vient chercher les images à leur adresse : un dossier que votre serveur web montre à
      tous, et où il le fait.
    """
}

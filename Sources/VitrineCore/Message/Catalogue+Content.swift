extension Catalogue {
  /// Messages, links, fields and the limits of networks.
  static let content = """
    content.findings
    en '{1}' has {2#} {2?finding:findings}
    fr « {1} » a {2#} {2?remarque:remarques}

    content.more-findings
    en {1#} more {1?finding is:findings are} not shown
    fr {1#} {1?autre remarque n'est pas affichée:autres remarques ne sont pas affichées}

    message.invalid
    en the message '{1}' cannot be used: {2#} {2?finding:findings}
    fr le message « {1} » est inutilisable : {2#} {2?remarque:remarques}

    message.no-front-matter
    en the file does not begin with a line '---'
    fr le fichier ne commence pas par une ligne « --- »

    message.open-front-matter
    en the front matter is never closed by a second line '---'
    fr l'en-tête n'est jamais fermé par une seconde ligne « --- »

    message.front-matter-fix
    en begin with '---', then 'title: …', then '---', then the text
    fr commencez par « --- », puis « title: … », puis « --- », puis le texte

    message.no-text
    en the message has no text
    fr le message n'a pas de texte

    message.text-mapping
    en 'text' must name networks, each with its text
    fr « text » doit citer des réseaux, chacun avec son texte

    message.network
    en the network '{1}' is not known; known: {2}
    fr le réseau « {1} » est inconnu ; réseaux connus : {2}

    message.network-suggestion
    en the network '{1}' is not known; did you mean '{2}'?
    fr le réseau « {1} » est inconnu ; vouliez-vous dire « {2} » ?

    message.network-twice
    en the network '{1}' is named twice
    fr le réseau « {1} » est cité deux fois

    message.validity
    en the message would end ({2}) before it begins ({1})
    fr le message finirait ({2}) avant de commencer ({1})

    message.no-alt
    en the picture has no 'alt': say what it shows, for people who do not see it
    fr l'image n'a pas de « alt » : dites ce qu'elle montre, pour qui ne la voit pas

    message.media-outside
    en the path '{1}' may only lead down into the media folder of the library
    fr le chemin « {1} » doit rester dans le dossier des médias de la bibliothèque

    message.media-absolute
    en the path '{1}' must be relative to the media folder of the library
    fr le chemin « {1} » doit être relatif au dossier des médias de la bibliothèque

    message.media-character
    en the path '{1}' contains '{2}', which is not allowed there
    fr le chemin « {1} » contient « {2} », qui n'y est pas admis

    link.not-https
    en a link begins with https://
    fr un lien commence par https://

    link.user-info
    en a link may not have a name or a password before '@'
    fr un lien ne peut pas avoir de nom ni de mot de passe devant « @ »

    link.backslash
    en a link may not contain a backslash
    fr un lien ne peut pas contenir de barre oblique inverse

    link.character
    en a link may not contain the character {1}
    fr un lien ne peut pas contenir le caractère {1}

    link.long
    en the link has {1#} bytes, and 2,000 is the limit
    fr le lien fait {1#} octets, la limite est de 2 000

    link.address
    en a link names a site, not an address in numbers: '{1}'
    fr un lien cite un site, pas une adresse en chiffres : « {1} »

    link.inner
    en '{1}' is a name of an inner network, which visitors cannot reach
    fr « {1} » est un nom de réseau interne, que les visiteurs ne peuvent pas atteindre

    link.bad-host
    en '{1}' is not the name of a site
    fr « {1} » n'est pas un nom de site

    link.mixed-alphabets
    en '{1}' mixes letters of several alphabets and looks like another site; its true name is '{2}'
    fr « {1} » mélange des lettres de plusieurs alphabets et imite un autre site ; son vrai nom est
      « {2} »

    link.not-ascii
    en '{1}' has letters beyond a to z; its true name is '{2}'
    fr « {1} » a des lettres autres que a à z ; son vrai nom est « {2} »

    field.twice
    en the field '{1}' is declared twice
    fr le champ « {1} » est déclaré deux fois

    field.bad-name
    en '{1}' cannot be the name of a field: letters a to z, digits and '_', not 'store'
    fr « {1} » ne peut pas nommer un champ : lettres de a à z, chiffres et « _ », sauf « store »

    field.type
    en the type '{1}' is not known; known: {2}
    fr le type « {1} » est inconnu ; types connus : {2}

    field.type-suggestion
    en the type '{1}' is not known; did you mean '{2}'?
    fr le type « {1} » est inconnu ; vouliez-vous dire « {2} » ?

    field.choice-twice
    en the choice '{1}' stands twice
    fr le choix « {1} » figure deux fois

    field.no-choices
    en the field '{1}' is a choice and needs 'choices'
    fr le champ « {1} » est un choix et demande « choices »

    field.useless-choices
    en the field '{1}' is no choice and takes no 'choices'
    fr le champ « {1} » n'est pas un choix et n'admet pas « choices »

    field.limit
    en '{3}' cannot be the '{2}' of the field '{1}', which holds a {4}
    fr « {3} » ne peut pas être le « {2} » du champ « {1} », de type {4}

    field.limits
    en the field '{1}' has a 'min' of {2} above its 'max' of {3}
    fr le champ « {1} » a un « min » de {2} supérieur à son « max » de {3}

    field.default
    en the default '{1}' does not fit the field '{2}'
    fr la valeur par défaut « {1} » ne convient pas au champ « {2} »

    limits.text-too-long
    en the text is {4#} {4?character:characters} too long for {1}: {2#}, and {3#} is the limit
    fr le texte a {4#} {4?caractère:caractères} de trop pour {1} : {2#}, la limite est de {3#}

    workspace.none
    en there is no vitrine.yaml in '{1}' or in a folder above it
    fr il n'y a pas de vitrine.yaml dans « {1} » ni dans un dossier au-dessus

    workspace.named
    en the folder '{1}' named by VITRINE_WORKSPACE has no vitrine.yaml
    fr le dossier « {1} » indiqué par VITRINE_WORKSPACE n'a pas de vitrine.yaml

    workspace.hint
    en go to a workspace, name one with --workspace, or make one with 'vitrine init'
    fr allez dans un espace de travail, indiquez-en un avec --workspace ou créez-en un avec
      « vitrine init »
    """
}

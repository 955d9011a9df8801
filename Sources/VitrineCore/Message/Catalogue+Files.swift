extension Catalogue {
  /// Files, YAML and `vitrine.yaml`.
  static let files = """
    file.name
    en '{1}' cannot be the name of a file
    fr « {1} » ne peut pas être un nom de fichier

    file.missing
    en there is no file '{1}'
    fr le fichier « {1} » n'existe pas

    file.not-regular
    en '{1}' is not a regular file
    fr « {1} » n'est pas un fichier ordinaire

    file.not-regular-hint
    en name a file, not a folder, a pipe or a device
    fr indiquez un fichier, et non un dossier, un tube ou un périphérique

    file.too-large
    en '{1}' has {2#} bytes, and {3#} is the limit
    fr « {1} » fait {2#} octets, la limite est de {3#}

    file.loop
    en '{1}' is a link that leads back to itself
    fr « {1} » est un lien qui revient sur lui-même

    file.no-access
    en '{1}' may not be read: the system denies access
    fr « {1} » ne peut pas être lu : le système refuse l'accès

    file.unreadable
    en '{1}' cannot be read: {2}
    fr « {1} » ne peut pas être lu : {2}

    file.not-utf8
    en the file is not UTF-8 from here on; it looks like {1}
    fr à partir d'ici, le fichier n'est pas en UTF-8 ; il ressemble à du {1}

    file.not-text
    en the file is not UTF-8 from here on, and no other text that is known
    fr à partir d'ici, le fichier n'est pas en UTF-8, ni aucun autre texte connu

    file.save-utf8
    en save the file as UTF-8
    fr enregistrez le fichier en UTF-8

    file.control
    en the character {1} may not stand in a file
    fr le caractère {1} n'est pas admis dans un fichier

    yaml.anchor
    en anchors, aliases and merge keys (&, *, <<) are not supported
    fr les ancres, les alias et les fusions (&, *, <<) ne sont pas pris en charge

    yaml.anchor-fix
    en write the value out; put quotes around a text that begins with & or *
    fr écrivez la valeur en toutes lettres ; mettez entre guillemets un texte qui commence par & ou *

    yaml.tag
    en tags are not supported: '{1}'
    fr les étiquettes de type ne sont pas prises en charge : « {1} »

    yaml.tag-fix
    en leave the tag out; put quotes around a text that begins with !
    fr retirez l'étiquette ; mettez entre guillemets un texte qui commence par !

    yaml.depth
    en values are nested more than 30 deep
    fr les valeurs sont imbriquées sur plus de 30 niveaux

    yaml.key
    en a key must be a word, not a list or a mapping
    fr une clé doit être un mot, pas une liste ni un groupe

    yaml.key-fix
    en put a hole between straight quotes
    fr mettez un trou entre guillemets droits

    yaml.documents
    en a second document begins here; a file holds one
    fr un second document commence ici ; un fichier n'en contient qu'un

    yaml.duplicate
    en the key '{1}' stands twice; the first is on line {2}
    fr la clé « {1} » figure deux fois ; la première est à la ligne {2}

    yaml.tab
    en a tab stands where blanks must indent
    fr une tabulation se trouve là où il faut des espaces

    yaml.tab-fix
    en indent with blanks
    fr indentez avec des espaces

    yaml.quote
    en the quote that opens here is never closed
    fr le guillemet ouvert ici n'est jamais fermé

    yaml.bracket
    en the bracket that opens here is never closed, or a comma is missing
    fr le crochet ouvert ici n'est jamais fermé, ou une virgule manque

    yaml.colon
    en a ':' may not stand here
    fr un « : » n'est pas admis ici

    yaml.colon-fix
    en put quotes around a text that contains ': '
    fr mettez entre guillemets un texte qui contient « : »

    yaml.line
    en this line is neither 'key: value' nor '- value'
    fr cette ligne n'est ni « clé: valeur » ni « - valeur »

    yaml.start
    en a value may not begin with '{1}'
    fr une valeur ne peut pas commencer par « {1} »

    yaml.start-fix
    en put quotes around the value
    fr mettez la valeur entre guillemets

    yaml.escape
    en a backslash in double quotes is followed by something that means nothing
    fr entre guillemets, la barre oblique inverse est suivie de quelque chose qui ne veut rien dire

    yaml.indentation
    en this line does not fit the lines above; look at its indentation and at what it begins with
    fr cette ligne ne s'accorde pas avec celles du dessus ; vérifiez son indentation et son début

    yaml.syntax
    en this cannot be read as YAML
    fr ceci ne peut pas être lu comme du YAML

    yaml.want-mapping
    en '{1}' must be a group of keys, not '{2}'
    fr « {1} » doit être un groupe de clés, pas « {2} »

    yaml.want-mapping-root
    en here must stand keys with their values, not '{1}'
    fr il faut ici des clés avec leurs valeurs, pas « {1} »

    yaml.want-list
    en '{1}' must be a list, not '{2}'
    fr « {1} » doit être une liste, pas « {2} »

    yaml.want-list-fix
    en write a line '- …' below '{1}:' for each value
    fr écrivez sous « {1}: » une ligne « - … » par valeur

    yaml.want-text
    en '{1}' must be a text, not '{2}'
    fr « {1} » doit être un texte, pas « {2} »

    yaml.want-bool
    en '{1}' must be true or false, not '{2}'
    fr « {1} » doit être true ou false, pas « {2} »

    yaml.want-integer
    en '{1}' must be a whole number from {2} to {3}, not '{4}'
    fr « {1} » doit être un nombre entier de {2} à {3}, pas « {4} »

    yaml.want-moment
    en '{1}' must be a date such as 2026-11-22 or an instant such as 2026-11-22T08:00:00+01:00,
      not '{2}'
    fr « {1} » doit être une date comme 2026-11-22 ou un instant comme 2026-11-22T08:00:00+01:00,
      pas « {2} »

    yaml.want-date
    en '{1}' must be a date such as 2026-11-22, not '{2}'
    fr « {1} » doit être une date comme 2026-11-22, pas « {2} »

    yaml.want-word
    en '{1}' must be one of {2}, not '{3}'
    fr « {1} » doit être l'une de ces valeurs : {2}, pas « {3} »

    yaml.empty
    en '{1}' is empty
    fr « {1} » est vide

    yaml.missing
    en '{1}' is missing
    fr « {1} » manque

    yaml.long
    en '{1}' has {2#} characters, and {3#} is the limit
    fr « {1} » fait {2#} caractères, la limite est de {3#}

    yaml.one-line
    en '{1}' must be a single line
    fr « {1} » doit tenir sur une seule ligne

    yaml.control
    en '{1}' contains the character {2}, which may not be published
    fr « {1} » contient le caractère {2}, qui ne peut pas être publié

    yaml.unknown-key
    en the key '{1}' is not known; known here: {2}
    fr la clé « {1} » est inconnue ; clés connues ici : {2}

    yaml.unknown-key-suggestion
    en the key '{1}' is not known; did you mean '{2}'?
    fr la clé « {1} » est inconnue ; vouliez-vous dire « {2} » ?

    yaml.unknown-key-fix
    en write '{1}'
    fr écrivez « {1} »

    config.invalid
    en the configuration '{1}' cannot be used: {2#} {2?finding:findings}
    fr la configuration « {1} » est inutilisable : {2#} {2?remarque:remarques}

    config.missing
    en '{1}' is missing
    fr « {1} » manque

    config.value-empty
    en '{1}' needs a value on one line
    fr « {1} » demande une valeur sur une ligne

    config.value-long
    en the value of '{1}' is longer than {2#}
    fr la valeur de « {1} » dépasse {2#} caractères

    config.timezone
    en '{1}' is not a time zone; write one such as Europe/Paris
    fr « {1} » n'est pas un fuseau horaire ; écrivez par exemple Europe/Paris

    config.language
    en '{1}' is not a language of Vitrine; write fr or en
    fr « {1} » n'est pas une langue de Vitrine ; écrivez fr ou en

    config.database
    en '{1}' is neither a path nor a postgresql:// address
    fr « {1} » n'est ni un chemin ni une adresse postgresql://

    config.url
    en '{1}' must be an address such as https://host/path without user, query or fragment, not '{2}'
    fr « {1} » doit être une adresse comme https://hôte/chemin, sans utilisateur, requête ni
      fragment, pas « {2} »

    config.url-insecure
    en '{1}' must be https; http is for this machine alone: '{2}'
    fr « {1} » doit être en https ; http est réservé à cette machine : « {2} »

    config.graph-version
    en '{1}' is not a version such as v26.0
    fr « {1} » n'est pas une version comme v26.0

    config.digits
    en '{1}' must be digits only, not '{2}'
    fr « {1} » ne doit contenir que des chiffres, pas « {2} »

    config.integer
    en '{1}' must be a whole number from {2} to {3}, not '{4}'
    fr « {1} » doit être un nombre entier de {2} à {3}, pas « {4} »

    config.decimal
    en '{1}' must be a number from {2} to {3} with at most three decimals, not '{4}'
    fr « {1} » doit être un nombre de {2} à {3} avec au plus trois décimales, pas « {4} »

    config.origin
    en '{1}' cannot name a log: visible ASCII without blanks and '+'
    fr « {1} » ne peut pas nommer un journal : caractères ASCII visibles, sans espace ni « + »

    config.password
    en a password does not belong in a file that is kept in git; set VITRINE_DATABASE or use a
      password file
    fr un mot de passe n'a pas sa place dans un fichier suivi par git ; utilisez VITRINE_DATABASE ou
      un fichier de mots de passe

    config.environment
    en the variable {1} does not hold a value that '{2}' takes
    fr la variable {1} ne contient pas une valeur admise par « {2} »

    config.unknown-key
    en the key '{1}' is not known
    fr la clé « {1} » est inconnue

    config.unknown-key-suggestion
    en the key '{1}' is not known; did you mean '{2}'?
    fr la clé « {1} » est inconnue ; vouliez-vous dire « {2} » ?

    config.unknown-key-hint
    en the keys are {1}
    fr les clés sont {1}

    config.by-hand
    en '{1}' is written in a way that only a person can change; edit vitrine.yaml
    fr « {1} » est écrit d'une façon que seule une personne peut modifier ; éditez vitrine.yaml

    config.template.head
    en vitrine.yaml: the desk of this folder. 'vitrine config show --origin' explains every value.
    fr vitrine.yaml : le bureau de ce dossier. « vitrine config show --origin » explique chaque valeur.

    config.template.timezone
    en A date without a time means midnight here.
    fr Une date sans heure veut dire minuit ici.

    config.template.language
    en What people read: fr or en.
    fr Ce que lisent les personnes : fr ou en.

    config.template.database
    en A path, or postgresql://… when several machines share one desk (password in a file of its own).
    fr Un chemin, ou postgresql://… quand plusieurs machines partagent un bureau (mot de passe dans
      un fichier à part).

    config.template.facebook
    en The Graph API, or the address that 'vitrine sandbox serve' prints.
    fr La Graph API, ou l'adresse affichée par « vitrine sandbox serve ».

    config.template.app
    en The app of the retailer; its secret stays in a file outside git.
    fr L'application de l'enseigne ; son secret reste dans un fichier hors de git.

    config.template.delivery
    en How posts get on a page: drafts, scheduled or direct.
    fr Comment les publications arrivent sur une page : drafts, scheduled ou direct.

    config.template.approvals
    en How many people must say yes.
    fr Combien de personnes doivent dire oui.

    config.template.pacing
    en How fast posts leave. Left out: no limit on this machine, 2 a second after 10 first ones elsewhere.
    fr La vitesse d'envoi. Sans réglage : sans limite sur cette machine, 2 par seconde après 10
      premières pages ailleurs.

    config.template.keys
    en Where the keys lie that seal tokens and sign the audit log; never in git.
    fr Où se trouvent les clés qui scellent les jetons et signent le journal d'audit ; jamais dans git.

    config.template.notify
    en A program or an address that gets every notice.
    fr Un programme ou une adresse qui reçoit chaque notification.

    config.template.access
    en How many minutes old a sign-in may be when a broadcast is launched; 0 never asks.
    fr L'âge maximal d'une connexion, en minutes, au lancement d'une diffusion ; 0 ne demande jamais.

    config.template.audit
    en The name of the audit log; do not change it once the log has records.
    fr Le nom du journal d'audit ; n'y touchez plus dès que le journal a des enregistrements.

    config.template.privacy
    en For how many months names are kept after the last day, addresses of machines, and texts after a takedown.
    fr Combien de mois sont gardés les noms après le dernier jour, les adresses des machines, et les textes après un retrait.
    """
}

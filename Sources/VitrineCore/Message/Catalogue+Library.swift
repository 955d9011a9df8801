extension Catalogue {
  /// The content library: its files, its commands, and the template to begin with.
  static let library = """
    library.unknown
    en the library has no '{1}'
    fr la bibliothèque n'a pas de « {1} »

    library.unknown-hint
    en 'vitrine library list' says what there is
    fr « vitrine library list » dit ce qu'il y a

    library.link
    en '{1}' is a symbolic link, which the library does not follow
    fr « {1} » est un lien symbolique, que la bibliothèque ne suit pas

    library.no-picture
    en there is no picture '{1}' in content-library/media
    fr il n'y a pas d'image « {1} » dans content-library/media

    library.rule
    en {1} ({2})
    fr {1} ({2})

    library.rule-fix
    en {1}
    fr {1}

    library.longest
    en the longest answers make a text of {1#} characters, and {2} takes {3#}; lower 'max'
    fr les réponses les plus longues font un texte de {1#} caractères, et {2} en prend {3#} ; baissez
      « max »

    library.id-hint
    en such as fete-des-meres
    fr par exemple fete-des-meres

    library.exists
    en '{1}' is there already
    fr « {1} » existe déjà

    library.exists-hint
    en choose another id, or edit that file
    fr choisissez un autre identifiant, ou modifiez ce fichier

    library.unwritable
    en '{1}' cannot be written
    fr impossible d'écrire « {1} »

    library.outside
    en '{1}' is no template and no message
    fr « {1} » n'est ni un modèle ni un message

    library.checked
    en {1#} {1?file:files}, no errors
    fr {1#} {1?fichier:fichiers}, aucune erreur

    library.checked-warnings
    en {1#} {1?file:files}, no errors, {2#} {2?warning:warnings}
    fr {1#} {1?fichier:fichiers}, aucune erreur, {2#} {2?avertissement:avertissements}

    library.checked-errors
    en {1#} {1?file:files}, {2#} {2?error:errors}, {3#} {3?warning:warnings}
    fr {1#} {1?fichier:fichiers}, {2#} {2?erreur:erreurs}, {3#} {3?avertissement:avertissements}

    library.regions-unknown
    en nobody is signed in, so regions were not compared with the register
    fr personne n'est connecté, les régions n'ont donc pas été comparées au registre

    library.broken
    en {1#} {1?file is:files are} left out because of errors; 'vitrine library check' lists them
    fr {1#} {1?fichier est écarté:fichiers sont écartés} pour des erreurs ; « vitrine library check » les
      liste

    library.empty
    en nothing in the library fits
    fr rien ne correspond dans la bibliothèque

    library.begun
    en wrote {1}
    fr {1} est écrit

    library.begun-next
    en edit it, then: vitrine library check
    fr modifiez-le, puis : vitrine library check

    library.notNow
    en '{1}' may not be used now: {2}
    fr « {1} » ne peut pas servir maintenant : {2}

    library.noText
    en nothing is left of the text when the empty fields take their lines with them
    fr il ne reste rien du texte quand les champs vides emportent leurs lignes

    library.missing
    en '{1}' is missing for this store; the register does not say it
    fr « {1} » manque pour ce magasin ; le registre ne le dit pas

    library.notOnNetwork
    en '{1}' does not go to {2}; it goes to {3}
    fr « {1} » ne va pas sur {2} ; il va sur {3}

    library.notForStore
    en choose another template: 'vitrine library list --store {1}'
    fr choisissez un autre modèle : « vitrine library list --store {1} »

    library.noStore
    en name a store with --store
    fr indiquez un magasin avec --store

    help.group.library
    en Content library
    fr Bibliothèque de contenus

    help.library
    en the templates and messages of head office
    fr les modèles et les messages du siège

    help.library.check
    en look for mistakes in templates and messages
    fr chercher les fautes des modèles et des messages

    help.library.list
    en list the templates and messages
    fr lister les modèles et les messages

    help.library.show
    en show a template: its text, its questions, whom it is for
    fr montrer un modèle : son texte, ses questions, à qui il s'adresse

    help.library.preview
    en show what a store would publish of a template
    fr montrer ce qu'un magasin publierait d'un modèle

    help.library.new
    en write a template to begin with
    fr écrire un modèle de départ

    help.library.impact
    en list the posts that carry an older text of a template
    fr lister les publications qui portent un ancien texte d'un modèle

    help.library.rebase
    en bring the posts of stores to a corrected template, and list what the stores must decide
    fr mettre les publications des magasins au niveau d'un modèle corrigé, et lister ce que les
      magasins doivent décider

    help.option.library.dryRun
    en only say what would happen; nothing changes
    fr dire seulement ce qui arriverait ; rien ne change

    help.option.library.path
    en a file or folder; the whole library if left out
    fr un fichier ou un dossier ; toute la bibliothèque par défaut

    help.option.library.id
    en the template's id, as in 'library list'
    fr l'identifiant du modèle, comme dans « library list »

    help.option.library.newID
    en the id of the new template: small letters, digits and hyphens
    fr l'identifiant du nouveau modèle : minuscules sans accent, chiffres et traits d'union

    help.option.library.title
    en its title; the id if left out
    fr son titre ; l'identifiant par défaut

    help.option.library.category
    en only of this category
    fr seulement de cette catégorie

    help.option.library.store
    en the code of a store; the only one you work for if left out
    fr le code d'un magasin ; le seul où vous travaillez par défaut

    help.option.library.word
    en only with these words, whatever their case and accents
    fr seulement avec ces mots, quels que soient majuscules et accents

    library.standing.valid
    en now
    fr maintenant

    library.standing.early
    en not yet
    fr pas encore

    library.standing.over
    en over
    fr terminé

    library.show.usage
    en How to use it: {1}
    fr Mode d'emploi : {1}

    library.show.for
    en For: {1}
    fr Pour : {1}

    library.show.valid
    en Valid: {1} – {2}
    fr Valable : {1} – {2}

    library.show.networks
    en Networks: {1}
    fr Réseaux : {1}

    library.show.category
    en Category: {1}
    fr Catégorie : {1}

    library.show.families
    en Families: {1}
    fr Familles : {1}

    library.show.text
    en Text for {1}:
    fr Texte pour {1} :

    library.show.body
    en Text:
    fr Texte :

    library.show.fields
    en Questions:
    fr Questions :

    library.show.optional
    en (may stay empty)
    fr (peut rester vide)

    library.show.media
    en Picture: {1}: {2}
    fr Image : {1} : {2}

    library.show.link
    en Link: {1}
    fr Lien : {1}

    library.show.note
    en Note to the stores: {1}
    fr Note aux magasins : {1}

    library.show.digest
    en Digest: {1}
    fr Empreinte : {1}

    library.preview.length
    en {1}: {2#} of {3#} characters
    fr {1} : {2#} caractères sur {3#}

    column.category
    en category
    fr catégorie

    column.valid
    en valid
    fr valable

    library.template.head
    en the name by which posts and people call it: small letters, digits and hyphens
    fr le nom que lui donnent posts et personnes : minuscules sans accent, chiffres et traits d'union

    library.template.title
    en what people see in lists; never published
    fr ce qu'on voit dans les listes ; jamais publié

    library.template.category
    en to find it by
    fr pour le retrouver

    library.template.categoryValue
    en store life
    fr vie du magasin

    library.template.networks
    en left out: every network on which the store has a page
    fr sans cette clé : chaque réseau où le magasin a une page

    library.template.audience
    en left out: every store
    fr sans ces clés : tous les magasins

    library.template.valid
    en left out: always. 'until' is the first moment after the end
    fr sans cette clé : toujours. « until » est le premier instant après la fin

    library.template.usage
    en shown above the questions; never published
    fr montré au-dessus des questions ; jamais publié

    library.template.usageValue
    en Say one thing, and say it as you would at the till.
    fr Dites une seule chose, comme vous la diriez en caisse.

    library.template.media
    en a picture of content-library/media, and what it shows
    fr une image de content-library/media, et ce qu'elle montre

    library.template.altValue
    en A drawing of a market stall.
    fr Dessin d'un étal de marché.

    library.template.fields
    en what the store answers: text, number, price, date, choice, image. 'required: false' lets it stay empty
    fr ce que le magasin répond : text, number, price, date, choice, image. Avec « required: false », il peut
      laisser vide

    library.template.fieldName
    en news
    fr nouvelle

    library.template.fieldLabel
    en What is new?
    fr Quoi de neuf ?

    library.template.offer
    en what the rules and the end of an offer are judged by; each value, or one hole in quotes
    fr ce dont jugent les règles et la fin d'une offre ; chaque clé une valeur, ou un seul trou entre guillemets

    library.template.body
    en At [[store.name]]: [[news]]
    fr Chez [[store.name]] : [[nouvelle]]
    """
}

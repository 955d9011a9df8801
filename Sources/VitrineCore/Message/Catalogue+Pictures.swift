extension Catalogue {
  /// Pictures: what they are, what is wrong with them, and what the networks take.
  static let pictures = """
    picture.kind.heic
    en the photo is in Apple's HEIC format, which the networks do not take
    fr la photo est au format HEIC d'Apple, que les réseaux n'acceptent pas

    picture.heic-fix
    en on the iPhone, choose Settings > Camera > Formats > Most Compatible for the next photos; share this one
      with Options > Format > Most Compatible, or send it to yourself by e-mail, and use the JPEG
    fr sur l'iPhone, choisissez Réglages > Appareil photo > Formats > Le plus compatible pour les prochaines
      photos ; partagez celle-ci avec Options > Format > Le plus compatible, ou envoyez-la-vous par e-mail, et
      utilisez le JPEG

    picture.kind.avif
    en the picture is an AVIF, which the networks do not take
    fr l'image est un AVIF, que les réseaux n'acceptent pas

    picture.kind.jpegXL
    en the picture is a JPEG XL, which the networks do not take
    fr l'image est un JPEG XL, que les réseaux n'acceptent pas

    picture.kind.svg
    en the file is an SVG drawing, which may hold scripts and which the networks do not take
    fr le fichier est un dessin SVG, qui peut contenir des scripts et que les réseaux n'acceptent pas

    picture.kind.pdf
    en the file is a PDF, not a picture
    fr le fichier est un PDF, pas une image

    picture.kind.tiff
    en the picture is a TIFF or a camera's raw file, which the networks do not take
    fr l'image est un TIFF ou un fichier brut d'appareil photo, que les réseaux n'acceptent pas

    picture.kind.bmp
    en the picture is a BMP, which the networks do not take
    fr l'image est un BMP, que les réseaux n'acceptent pas

    picture.kind.video
    en the file is a film, and only pictures can be attached
    fr le fichier est une vidéo, et seules des images peuvent être jointes

    picture.kind.archive
    en the file is an archive or a document, not a picture
    fr le fichier est une archive ou un document, pas une image

    picture.kind.text
    en the file is a text, not a picture, whatever its name says
    fr le fichier est un texte, pas une image, quoi que dise son nom

    picture.kind.empty
    en the file is empty
    fr le fichier est vide

    picture.kind.unknown
    en the file is no picture that is known, whatever its name says
    fr le fichier n'est pas une image connue, quoi que dise son nom

    picture.video-fix
    en take a photo, or save one picture of the film as JPEG
    fr prenez une photo, ou enregistrez une image de la vidéo en JPEG

    picture.choose-fix
    en choose a photo in JPEG or PNG
    fr choisissez une photo en JPEG ou en PNG

    picture.save-fix
    en open it in a picture program and save it as JPEG or PNG
    fr ouvrez-la dans un logiciel d'images et enregistrez-la en JPEG ou en PNG

    picture.cut
    en the {1} picture ends before it is complete
    fr l'image {1} s'arrête avant d'être complète

    picture.damaged
    en the {1} picture is damaged at byte {2#}
    fr l'image {1} est abîmée à l'octet {2#}

    picture.again-fix
    en copy the file again from the phone or the camera, or choose another one
    fr copiez de nouveau le fichier depuis le téléphone ou l'appareil photo, ou choisissez-en un autre

    picture.unusual
    en the picture is a kind of {1} that browsers do not show
    fr l'image est une variante de {1} que les navigateurs n'affichent pas

    picture.pixels
    en the picture claims {1#} × {2#} pixels; {3#} million in all and {4#} a side are the limit
    fr l'image annonce {1#} × {2#} pixels ; la limite est de {3#} millions au total et de {4#} par côté

    picture.smaller-fix
    en make the picture smaller: 2,000 pixels a side are enough for every network
    fr réduisez l'image : 2 000 pixels de côté suffisent à tous les réseaux

    picture.frames
    en the {1#} pictures of the animation have more than {2#} million pixels together
    fr les {1#} images de l'animation dépassent ensemble {2#} millions de pixels

    picture.shorter-fix
    en make the animation shorter or smaller, or use one of its pictures
    fr raccourcissez ou réduisez l'animation, ou utilisez une seule de ses images

    picture.unusable
    en '{1}' cannot be used as a picture
    fr « {1} » est inutilisable comme image

    file.link
    en '{1}' is a link to another file, and links are not followed
    fr « {1} » est un lien vers un autre fichier, et les liens ne sont pas suivis

    file.link-fix
    en name the file itself, or put a copy in the place of the link
    fr indiquez le fichier lui-même, ou mettez une copie à la place du lien

    file.hard-link
    en '{1}' has a second name somewhere else on the disk
    fr « {1} » porte un second nom ailleurs sur le disque

    file.hard-link-fix
    en put a copy of the file into the folder
    fr placez une copie du fichier dans le dossier

    media.bounds
    en '{1}' has a 'min' of {2} above its 'max' of {3}
    fr « {1} » a un « min » de {2} supérieur à son « max » de {3}

    media.ratio
    en '{1}' must be width to height such as 4:5 or 1.91:1, not '{2}'
    fr « {1} » doit être une largeur sur une hauteur comme 4:5 ou 1.91:1, pas « {2} »

    limits.picture-required
    en {1} takes no post without a picture
    fr {1} n'accepte pas de publication sans image

    limits.picture-required-fix
    en add a picture
    fr ajoutez une image

    limits.picture-count
    en the post has {2#} {2?picture:pictures}, and {1} takes at most {3#}
    fr la publication a {2#} {2?image:images}, et {1} en accepte au plus {3#}

    limits.picture-count-fix
    en leave {1#} {1?picture:pictures} out
    fr retirez {1#} {1?image:images}

    limits.picture-type
    en {1} does not take {2}; it takes {3}
    fr {1} n'accepte pas le format {2} ; il accepte : {3}

    limits.picture-type-fix
    en save the picture as {1}
    fr enregistrez l'image en {1}

    limits.picture-bytes
    en the picture has {2#} bytes, and {3#} is the limit of {1}
    fr l'image fait {2#} octets, la limite de {1} est de {3#}

    limits.picture-bytes-fix
    en save it smaller or with less quality
    fr enregistrez-la plus petite ou avec une qualité moindre

    limits.picture-narrow
    en the picture is {2#} pixels wide, and {1} takes {3#} or more
    fr l'image fait {2#} pixels de large, et {1} en demande au moins {3#}

    limits.picture-wide
    en the picture is {2#} pixels wide, and {1} takes at most {3#}
    fr l'image fait {2#} pixels de large, et {1} en accepte au plus {3#}

    limits.picture-low
    en the picture is {2#} pixels high, and {1} takes {3#} or more
    fr l'image fait {2#} pixels de haut, et {1} en demande au moins {3#}

    limits.picture-tall
    en the picture is {2#} pixels high, and {1} takes at most {3#}
    fr l'image fait {2#} pixels de haut, et {1} en accepte au plus {3#}

    limits.picture-size-fix
    en choose a picture of another size
    fr choisissez une image d'une autre taille

    limits.picture-ratio
    en the picture is {2#} × {3#} pixels; for {1} its width must be between {6#} and {7#} at this height ({4} to
      {5})
    fr l'image fait {2#} × {3#} pixels ; pour {1}, à cette hauteur, sa largeur doit être entre {6#} et {7#} ({4} à
      {5})

    limits.picture-ratio-fix
    en cut the picture to that form; a square always fits
    fr recadrez l'image à ce format ; un carré convient toujours

    limits.hashtags
    en the text has {2#} hashtags, and {1} takes {3#}
    fr le texte a {2#} mots-dièse, et {1} en accepte {3#}

    limits.mentions
    en the text mentions {2#} accounts, and {1} takes {3#}
    fr le texte mentionne {2#} comptes, et {1} en accepte {3#}

    limits.text-too-long.utf16
    en the text is {4#} {4?unit:units} too long for {1}, which counts an emoji as two or more: {2#}, and {3#} is
      the limit
    fr le texte a {4#} {4?unité:unités} de trop pour {1}, qui compte deux ou plus par émoji : {2#}, la limite est
      de {3#}

    limits.text-too-long.codepoints
    en the text is {4#} {4?code point:code points} too long for {1}, which counts the parts of an emoji one by one:
      {2#}, and {3#} is the limit
    fr le texte a {4#} {4?point de code:points de code} de trop pour {1}, qui compte chaque partie d'un émoji :
      {2#}, la limite est de {3#}

    limits.text-too-long.weighted
    en the text is {4#} {4?unit:units} too long for {1}, which counts 23 for an address and 2 for an emoji: {2#}, and
      {3#} is the limit
    fr le texte a {4#} {4?unité:unités} de trop pour {1}, qui compte 23 par adresse et 2 par émoji : {2#}, la limite
      est de {3#}

    limits.text-too-long.escaped
    en the text is {4#} {4?unit:units} too long for {1}, which counts signs such as # @ ( ) twice: {2#}, and {3#} is
      the limit
    fr le texte a {4#} {4?unité:unités} de trop pour {1}, qui compte double les signes comme # @ ( ) : {2#}, la limite
      est de {3#}
    """
}

extension Catalogue {
  /// Templates and the characters and marks of texts.
  static let posts = """
    text.control
    en there is a control character {1}
    fr il y a un caractère de contrôle {1}

    text.separator
    en there is a line separator {1}; use an ordinary line end
    fr il y a un séparateur de ligne {1} ; utilisez une fin de ligne ordinaire

    text.direction
    en the character {1} turns the direction of writing and can show the text in another order
    fr le caractère {1} renverse le sens d'écriture et peut montrer le texte dans un autre ordre

    text.directionMark
    en there is an invisible mark of direction {1}
    fr il y a une marque de direction invisible {1}

    text.invisible
    en there is an invisible character {1}
    fr il y a un caractère invisible {1}

    text.replacement
    en there is a {1}: a letter was lost when the text was read in a wrong encoding
    fr il y a un {1} : une lettre s'est perdue quand le texte a été lu dans un mauvais encodage

    text.marks
    en one letter carries more than {1} combining marks
    fr une lettre porte plus de {1} signes combinants

    template.unclosed
    en '{{' is not closed on this line; write '\\{{' for the braces themselves
    fr « {{ » n'est pas fermé sur cette ligne ; écrivez « \\{{ » pour les accolades elles-mêmes

    template.close
    en '}}' closes nothing; write '\\}}' for the braces themselves
    fr « }} » ne ferme rien ; écrivez « \\}} » pour les accolades elles-mêmes

    template.code
    en a template holds no code; write '\\{%' for the characters themselves
    fr un modèle ne contient pas de code ; écrivez « \\{% » pour les caractères eux-mêmes

    template.section
    en '{1}' is no field; there are no sections, loops or remarks
    fr « {1} » n'est pas un champ ; il n'y a ni sections, ni boucles, ni remarques

    template.empty
    en there is no field name between the braces
    fr il n'y a pas de nom de champ entre les accolades

    template.nested
    en a field cannot stand inside another one
    fr un champ ne peut pas être dans un autre

    template.name
    en '{1}' cannot be the name of a field; it takes letters, digits, - and _, and dots between parts
    fr « {1} » ne peut pas être un nom de champ ; il prend des lettres, des chiffres, - et _, et des points entre les parties

    template.unknown
    en there is no field '{1}'
    fr il n'y a pas de champ « {1} »

    plain.emphasis
    en networks show the signs around this word, they make nothing bold
    fr les réseaux montrent les signes autour de ce mot, ils ne mettent rien en gras

    plain.link
    en networks show the brackets and make no link; write the address itself
    fr les réseaux montrent les crochets et n'en font pas un lien ; écrivez l'adresse elle-même

    plain.heading
    en networks show the '#', they know no headings
    fr les réseaux montrent le « # », ils ne connaissent pas les titres

    plain.quotation
    en networks show the '>', they know no quotations
    fr les réseaux montrent le « > », ils ne connaissent pas les citations

    plain.code
    en networks show the backticks
    fr les réseaux montrent les accents graves
    """
}

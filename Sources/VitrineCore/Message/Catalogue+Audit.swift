extension Catalogue {
  /// Texts about the audit log, its files, and JSON, of which its records are made.
  static let audit = """
    json.unexpected
    en byte {1} does not belong there
    fr l’octet {1} n’a rien à faire là

    json.end
    en the text ends too early, at byte {1}
    fr le texte s’arrête trop tôt, à l’octet {1}

    json.tooDeep
    en byte {1}: more than {2} lists and objects inside each other
    fr octet {1} : plus de {2} listes et objets imbriqués

    json.duplicateKey
    en byte {1}: the key {2} stands there a second time
    fr octet {1} : la clé {2} figure une seconde fois

    json.tooLarge
    en byte {1}: the number does not fit into 64 bits
    fr octet {1} : le nombre ne tient pas sur 64 bits

    json.leadingZero
    en byte {1}: the number starts with a zero
    fr octet {1} : le nombre commence par un zéro

    json.fraction
    en byte {1}: only whole numbers are read here
    fr octet {1} : seuls les nombres entiers sont admis ici

    json.control
    en byte {1}: a control character inside a text
    fr octet {1} : un caractère de contrôle dans un texte

    json.escape
    en byte {1}: an unknown escape sequence
    fr octet {1} : séquence d’échappement inconnue

    json.surrogate
    en byte {1}: half of a surrogate pair
    fr octet {1} : une moitié de paire de substitution

    json.notUTF8
    en byte {1}: the text is not UTF-8
    fr octet {1} : le texte n’est pas en UTF-8

    audit.record.tooLong
    en the audit record would have {1#} bytes, more than the {2#} that a record may have
    fr l’enregistrement d’audit ferait {1#} octets, au-delà des {2#} permis

    audit.record.unreadable
    en the bytes are not an audit record as Vitrine writes it
    fr ces octets ne sont pas un enregistrement d’audit tel que Vitrine les écrit

    audit.record.badPart
    en the part {1} of the audit record is missing, unknown or wrong
    fr la partie {1} de l’enregistrement d’audit est absente, inconnue ou fausse

    audit.frontier.unreadable
    en the head of the audit tree is damaged ({1#} bytes)
    fr la tête de l’arbre d’audit est endommagée ({1#} octets)

    audit.note.malformed
    en the file is not a signed note
    fr le fichier n’est pas une note signée

    audit.note.badSignature
    en the signature of {1} is wrong: the text was changed or somebody else signed it
    fr la signature de {1} est fausse : le texte a été modifié ou quelqu’un d’autre l’a signé

    audit.note.unverified
    en none of the known keys signed this note: {1}
    fr aucune des clés connues n’a signé cette note : {1}

    audit.vkey.malformed
    en the text is not a verifier key (name+id+base64)
    fr le texte n’est pas une clé de vérification (nom+id+base64)

    audit.skey.malformed
    en the signing key cannot be read
    fr la clé de signature est illisible

    audit.checkpoint.malformed
    en the text is not a checkpoint: origin, size and root, a line each
    fr le texte n’est pas un point de contrôle : origine, taille et racine, une ligne chacune

    audit.checkpoint.otherOrigin
    en the key {1} cannot speak for the log {2}
    fr la clé {1} ne peut pas parler pour le journal {2}
    """
}

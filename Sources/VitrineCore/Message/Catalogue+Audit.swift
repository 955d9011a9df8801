extension Catalogue {
  /// Texts about the audit log, its files, and JSON, of which its records are made.
  static let audit = """
    json.unexpected
    en byte {1} does not belong there
    fr l'octet {1} n'a rien à faire là

    json.end
    en the text ends too early, at byte {1}
    fr le texte s'arrête trop tôt, à l'octet {1}

    json.tooDeep
    en byte {1}: more than {2} lists and objects inside each other
    fr octet {1} : plus de {2} listes et objets imbriqués

    json.duplicateKey
    en byte {1}: the key {2} stands there a second time
    fr octet {1} : la clé {2} figure une seconde fois

    json.tooLarge
    en byte {1}: the number does not fit into 64 bits
    fr octet {1} : le nombre ne tient pas sur 64 bits

    json.leadingZero
    en byte {1}: the number starts with a zero
    fr octet {1} : le nombre commence par un zéro

    json.fraction
    en byte {1}: only whole numbers are read here
    fr octet {1} : seuls les nombres entiers sont admis ici

    json.control
    en byte {1}: a control character inside a text
    fr octet {1} : un caractère de contrôle dans un texte

    json.escape
    en byte {1}: an unknown escape sequence
    fr octet {1} : séquence d'échappement inconnue

    json.surrogate
    en byte {1}: half of a surrogate pair
    fr octet {1} : une moitié de paire de substitution

    json.notUTF8
    en byte {1}: the text is not UTF-8
    fr octet {1} : le texte n'est pas en UTF-8

    audit.record.tooLong
    en the audit record would have {1#} bytes, more than the {2#} that a record may have
    fr l'enregistrement d'audit ferait {1#} octets, au-delà des {2#} permis

    audit.record.unreadable
    en the bytes are not an audit record as Vitrine writes it
    fr ces octets ne sont pas un enregistrement d'audit tel que Vitrine les écrit

    audit.record.badPart
    en the part {1} of the audit record is missing, unknown or wrong
    fr la partie {1} de l'enregistrement d'audit est absente, inconnue ou fausse

    audit.frontier.unreadable
    en the head of the audit tree is damaged ({1#} bytes)
    fr la tête de l'arbre d'audit est endommagée ({1#} octets)

    audit.note.malformed
    en the file is not a signed note
    fr le fichier n'est pas une note signée

    audit.note.badSignature
    en the signature of {1} is wrong: the text was changed or somebody else signed it
    fr la signature de {1} est fausse : le texte a été modifié ou quelqu'un d'autre l'a signé

    audit.note.unverified
    en none of the known keys signed this note: {1}
    fr aucune des clés connues n'a signé cette note : {1}

    audit.vkey.malformed
    en the text is not a verifier key (name+id+base64)
    fr le texte n'est pas une clé de vérification (nom+id+base64)

    audit.skey.malformed
    en the signing key cannot be read
    fr la clé de signature est illisible

    audit.checkpoint.malformed
    en the text is not a checkpoint: origin, size and root, a line each
    fr le texte n'est pas un point de contrôle : origine, taille et racine, une ligne chacune

    audit.checkpoint.otherOrigin
    en the key {1} cannot speak for the log {2}
    fr la clé {1} ne peut pas parler pour le journal {2}

    audit.proof.malformed
    en the file is not a proof
    fr le fichier n'est pas une preuve

    audit.proof.range
    en there is no such proof: {1} in a log of {2#} {2?record:records}
    fr cette preuve n'existe pas : {1} dans un journal de {2#} {2?enregistrement:enregistrements}

    audit.proof.notIncluded
    en the proof does not hold: this is not record {1} of the log of {2#} {2?record:records}
    fr la preuve ne tient pas : ceci n'est pas l'enregistrement {1} du journal
      de {2#} {2?enregistrement:enregistrements}

    audit.proof.notConsistent
    en the proof does not hold: the log of {2#} {2?record:records} did not grow out of that of {1#}
    fr la preuve ne tient pas : le journal de {2#} {2?enregistrement:enregistrements} ne prolonge pas
      celui de {1#}

    audit.bundle.unreadable
    en the file of records is damaged behind its {1#} {1?record:records}
    fr le fichier d'enregistrements est endommagé après {1#} {1?enregistrement:enregistrements}

    audit.verify.good
    en verified {1} records, root {2}
    fr verified {1} records, root {2}

    audit.verify.badFrom
    en read {1} records: the log was changed, first at record {2} ({3#} {3?finding:findings})
    fr {1} enregistrements lus : le journal a été modifié, d'abord à l'enregistrement {2}
      ({3#} {3?constat:constats})

    audit.verify.bad
    en read {1} records: the log is not what it promised ({2#} {2?finding:findings})
    fr {1} enregistrements lus : le journal n'est pas ce qu'il avait promis ({2#} {2?constat:constats})

    audit.found.order
    en record {1} is missing: record {2} stands in its place
    fr l'enregistrement {1} manque : l'enregistrement {2} est à sa place

    audit.found.record
    en record {1} was changed after it was written
    fr l'enregistrement {1} a été modifié après son écriture

    audit.found.columns
    en record {1} is filed under something else than it says
    fr l'enregistrement {1} est classé sous autre chose que ce qu'il dit

    audit.found.node
    en the stored tree differs from the records {1} to {2}
    fr l'arbre conservé diffère des enregistrements {1} à {2}

    audit.found.headSize
    en the head counts {1#} {1?record:records}, there are {2#}
    fr la tête compte {1#} {1?enregistrement:enregistrements}, il y en a {2#}

    audit.found.head
    en the head of the tree does not follow from the {1#} {1?record:records}
    fr la tête de l'arbre ne découle pas des {1#} {1?enregistrement:enregistrements}

    audit.found.checkpoint
    en the checkpoint of {1} at {2#} {2?record:records} disagrees: a record was changed between {3}
      and {2}
    fr le point de contrôle de {1} à {2#} {2?enregistrement:enregistrements} ne concorde pas : un
      enregistrement a été modifié entre {3} et {2}

    audit.found.shorter
    en the checkpoint of {1} promises {2#} {2?record:records}, the log has only {3#}: it was cut off
    fr le point de contrôle de {1} promet {2#} {2?enregistrement:enregistrements}, le journal n'en a
      que {3#} : il a été tronqué
    """
}

import Crypto

extension MessageSource {
  /// What an approval binds: lower-case hex SHA-256 over the canonical JSON of the message.
  ///
  /// Covers everything that changes what people see or how the message may be sent; the id, the
  /// file's name, line numbers and `usage` are left out, so that moving a file or its keys voids no
  /// approval. Keys that a file does not use leave no trace. Media
  /// stand in it by name; the bytes of a picture are checked where they are read.
  package var digest: String {
    let hash = SHA256.hash(data: canonical.bytes)
    let hex = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The message as canonical JSON: the bytes that the digest is taken of.
  package var canonical: JSON {
    var object: [String: JSON] = [
      "kind": "message", "version": 1, "title": .string(title), "body": .string(body.text),
      "urgent": .bool(isUrgent),
    ]
    object["link"] = link.map(JSON.string)
    object["category"] = category.map(JSON.string)
    object["storeNote"] = storeNote.map(JSON.string)
    if !media.isEmpty { object["media"] = .array(media.map(\.canonical)) }
    if !networks.isEmpty { object["networks"] = .array(networks.map { .string($0.rawValue) }) }
    if !fields.isEmpty { object["fields"] = .array(fields.map(\.canonical)) }
    if !texts.isEmpty {
      object["text"] = .object(
        Dictionary(uniqueKeysWithValues: texts.map { ($0.rawValue, .string($1.text)) }))
    }
    var valid: [String: JSON] = [:]
    valid["from"] = validity.from.map { .string($0.text) }
    valid["until"] = validity.until.map { .string($0.text) }
    if !valid.isEmpty { object["valid"] = .object(valid) }
    if !formats.isEmpty { object["formats"] = .array(formats.map { .string($0.rawValue) }) }
    if !regions.isEmpty { object["regions"] = .array(regions.map(JSON.string)) }
    if !families.isEmpty { object["families"] = .array(families.map(JSON.string)) }
    object["offer"] = offer?.json
    return .object(object)
  }
}

extension MessageMedia {
  var canonical: JSON {
    var object: [String: JSON] = ["file": .string(file)]
    object["alt"] = alt.map(JSON.string)
    if declaration.showsPeople { object["people"] = true }
    if declaration.showsMinors { object["minors"] = true }
    object["consent"] = declaration.consent.map(JSON.string)
    object["parents"] = declaration.parents.map(JSON.string)
    return .object(object)
  }
}

extension MessageField {
  var canonical: JSON {
    var object: [String: JSON] = [
      "name": .string(name), "type": .string(kind.rawValue), "required": .bool(isRequired),
    ]
    object["label"] = label.map(JSON.string)
    object["help"] = help.map(JSON.string)
    object["default"] = standard.map(JSON.string)
    object["min"] = minimum.map(JSON.string)
    object["max"] = maximum.map(JSON.string)
    if !choices.isEmpty { object["choices"] = .array(choices.map(JSON.string)) }
    return .object(object)
  }
}

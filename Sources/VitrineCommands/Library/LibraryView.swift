import VitrineContent
import VitrineCore

extension MessageSource {
  /// A template or message as lists show it to scripts.
  func summary(_ entry: LibraryEntry, _ standing: MessageValidity.Standing) -> JSON {
    .object(members(entry, standing))
  }

  /// All of it, as scripts read it.
  func details(_ entry: LibraryEntry, _ standing: MessageValidity.Standing) -> JSON {
    var all = members(entry, standing)
    all["usage"] = usage.map(JSON.string) ?? .null
    all["link"] = link.map(JSON.string) ?? .null
    all["storeNote"] = storeNote.map(JSON.string) ?? .null
    all["text"] = .string(body.text)
    all["texts"] = .object(
      Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, JSON.string($0.value.text)) }))
    all["families"] = .array(families.map(JSON.string))
    all["offer"] = offer?.json ?? .null
    all["media"] = .array(media.map(\.json))
    all["fields"] = .array(fields.map(\.json))
    return .object(all)
  }

  private func members(
    _ entry: LibraryEntry, _ standing: MessageValidity.Standing
  ) -> [String: JSON] {
    [
      "id": .string(id), "kind": .string(entry.kind.rawValue), "path": .string(entry.path),
      "title": .string(title), "category": category.map(JSON.string) ?? .null,
      "networks": .array(networks.map { .string($0.rawValue) }),
      "formats": .array(formats.map { .string($0.rawValue) }),
      "regions": .array(regions.map(JSON.string)), "urgent": .bool(isUrgent),
      "valid": [
        "from": validity.from.map { .string($0.text) } ?? .null,
        "until": validity.until.map { .string($0.text) } ?? .null,
      ],
      "standing": .string(standing.rawValue), "digest": .string(digest),
    ]
  }
}

extension MessageMedia {
  fileprivate var json: JSON {
    [
      "file": .string(file), "alt": alt.map(JSON.string) ?? .null,
      "people": .bool(declaration.showsPeople), "minors": .bool(declaration.showsMinors),
      "consent": declaration.consent.map(JSON.string) ?? .null,
      "parents": declaration.parents.map(JSON.string) ?? .null,
    ]
  }
}

extension MessageField {
  fileprivate var json: JSON {
    [
      "name": .string(name), "type": .string(kind.rawValue), "label": .string(label ?? name),
      "help": help.map(JSON.string) ?? .null, "required": .bool(isRequired),
      "default": standard.map(JSON.string) ?? .null, "min": minimum.map(JSON.string) ?? .null,
      "max": maximum.map(JSON.string) ?? .null, "choices": .array(choices.map(JSON.string)),
    ]
  }
}

/// A template as people read it.
struct LibraryShowView {
  let source: MessageSource
  let console: Console

  func show() throws {
    try console.print("\(source.id)  \(source.title)")
    try line("library.show.category", source.category)
    try line("library.show.networks", list(source.networks.map(\.rawValue)))
    try line("library.show.for", list(source.formats.map(\.rawValue) + source.regions))
    if source.validity != MessageValidity() {
      let validity = source.validity
      try console.print(
        console.text(
          "library.show.valid", validity.from?.text ?? "–", validity.until?.text ?? "–"))
    }
    try line("library.show.families", list(source.families))
    try line("library.show.usage", source.usage)
    try line("library.show.link", source.link)
    for media in source.media {
      try console.print(console.text("library.show.media", media.file, media.alt ?? "–"))
    }
    try line("library.show.note", source.storeNote)
    try text(console.text("library.show.body"), source.body)
    for (network, text) in source.texts.sorted(by: { $0.key < $1.key }) {
      try self.text(console.text("library.show.text", network), text)
    }
    if !source.fields.isEmpty {
      try console.print(console.text("library.show.fields"))
      for field in source.fields {
        let may = field.isRequired ? "" : " " + console.text("library.show.optional")
        try console.print(
          "  \(field.name) (\(field.kind.rawValue))  \(field.label ?? field.name)\(may)")
        if let help = field.help { try console.print("    \(help)") }
        if let standard = field.standard { try console.print("    = \(standard)") }
        if !field.choices.isEmpty {
          try console.print("    " + field.choices.joined(separator: " | "))
        }
      }
    }
    try console.print(console.text("library.show.digest", source.digest))
  }

  private func list(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func line(_ code: String, _ value: String?) throws {
    guard let value else { return }
    let message = Message(code: code, arguments: [value])
    try console.print(message.text(in: console.language))
  }

  private func text(_ heading: String, _ text: SourceText) throws {
    try console.print(heading)
    for line in text.text.split(separator: "\n", omittingEmptySubsequences: false) {
      try console.print("  │ \(line)")
    }
  }
}

/// A message with its fields filled and its texts read, ready for any number of stores.
///
/// What is the same for every store is done once: texts are parsed, values are put as they are
/// published (`FieldFormat`), and lines of fields that stay empty are left out.
package struct PreparedMessage: Sendable {
  /// The message.
  package let source: MessageSource
  private let words: [String: String]
  private let values: [String: String]
  private let templates: MessageTemplates

  /// Prepares a message.
  ///
  /// - Parameters:
  ///   - source: a message whose texts a `MessageTextCheck` let pass; wrong holes would be left out.
  ///   - values: what stands in the fields, as `MessageSource.filled` returns it.
  ///   - day: the day of the publication; days of that year are said without it.
  ///   - showsHoles: whether a field that must be filled and is not shows as `{{name}}`, for a look
  ///     at a template; otherwise it is missing, and there is no text.
  package init(
    _ source: MessageSource, values: [String: String], day: CivilDate, showsHoles: Bool = false
  ) {
    self.init(MessageTemplates(source), values: values, day: day, showsHoles: showsHoles)
  }

  /// Prepares a message whose texts are read already, for looking at it with several values.
  package init(
    _ templates: MessageTemplates, values: [String: String], day: CivilDate,
    showsHoles: Bool = false
  ) {
    source = templates.source
    self.values = values
    var words: [String: String] = [:]
    var omitted: Set<String> = []
    for field in source.fields where field.kind != .image {
      if let value = values[field.name], !value.isEmpty {
        words[field.name] = FieldFormat.published(value, field.kind, on: day)
      } else if !field.isRequired {
        omitted.insert(field.name)
      } else if showsHoles {
        words[field.name] = "{{\(field.name)}}"
      }
    }
    self.words = words
    self.templates = omitted.isEmpty ? templates : templates.omitting(omitted)
  }

  /// The post of a store on a network.
  ///
  /// A field without a value leaves the text empty and is named in `missing`: nothing is ever
  /// published with a gap in it. `link` takes the place of the message's own; on a network that has no
  /// field for it, it is in the text.
  package func post(
    on network: Network, for store: Store, link: String? = nil
  ) -> RenderedPost {
    let template = templates.texts[network] ?? templates.body
    let register = store.fields
    var post = RenderedPost(
      text: "", link: link ?? source.link,
      offer: source.offer?.filled(with: register.merging(values) { $1 }), media: source.media,
      ownPictures: source.fields.filter { $0.kind == .image }.compactMap { values[$0.name] })
    for name in template.fieldNames {
      if let word = register[name], !post.registerWords.contains(word) {
        post.registerWords.append(word)
      }
    }
    switch template.render(register.merging(words) { store, _ in store }) {
    case .text(let text): post.text = TextNormalization.normalized(text)
    case .missing(let names): post.missing = names
    }
    if network.writesLinks, !post.text.isEmpty {
      post.text = LinkPlacement.text(post.text, post.link)
      post.link = nil
    }
    return post
  }
}

/// The texts of a message, read once.
package struct MessageTemplates: Sendable {
  /// The message.
  package let source: MessageSource
  fileprivate private(set) var body: TextTemplate
  fileprivate private(set) var texts: [Network: TextTemplate]

  /// Reads the texts; what is wrong with them is for `MessageTextCheck` to say.
  package init(_ source: MessageSource) {
    self.source = source
    let declared = Set(source.holeNames)
    body = TextTemplate.parse(source.body.text, declared: declared).template
    texts = source.texts.mapValues { TextTemplate.parse($0.text, declared: declared).template }
  }

  fileprivate func omitting(_ names: Set<String>) -> MessageTemplates {
    var copy = self
    copy.body = body.omitting(names)
    copy.texts = texts.mapValues { $0.omitting(names) }
    return copy
  }
}

extension MessageSource {
  /// The names that may stand in a hole of the text: the store's fields, and those that are words.
  package var holeNames: [String] {
    Store.fieldNames + fields.filter { $0.kind != .image }.map(\.name)
  }

  /// One post; for many stores make a `PreparedMessage` once.
  package func rendered(
    for network: Network, store: Store, values: [String: String], day: CivilDate
  ) -> RenderedPost {
    PreparedMessage(self, values: values, day: day).post(on: network, for: store)
  }
}

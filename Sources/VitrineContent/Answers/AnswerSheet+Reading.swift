import VitrineCore

extension AnswerSheet {
  /// The keys about the picture, in the order of the sheet.
  package static let photoKeys = ["file", "alt", "people", "consent", "minors", "parents"]

  /// The largest sheet that is read: the longest template filled with the longest answers is a tenth.
  package static let sizeLimit = 1 << 20

  /// How answers are read.
  package struct Reading {
    /// The fields of the template.
    package var fields: [MessageField]
    /// The field that asks for the store's picture, if there is one; it is asked for under `photo`.
    package var photoField: MessageField?
    /// Whether the picture may be left out; nothing where none is asked for.
    package var needsPhoto: Bool?
    /// The day where the store is.
    package var today: CivilDate
    /// The home folder, for `~` in a path.
    package var home: String?
    /// The language of the values in messages.
    package var language: Language
    /// Why a picture cannot be used; nothing when it can.
    package var photoProblem: (_ path: String) -> Fault?

    /// Says how answers are read.
    package init(
      fields: [MessageField], photoField: MessageField?, needsPhoto: Bool?, today: CivilDate,
      home: String?, language: Language, photoProblem: @escaping (_ path: String) -> Fault?
    ) {
      self.fields = fields
      self.photoField = photoField
      self.needsPhoto = needsPhoto
      self.today = today
      self.home = home
      self.language = language
      self.photoProblem = photoProblem
    }
  }

  /// Reads a sheet that somebody filled: the answers, and all that is wrong with them.
  ///
  /// With a finding the answers are not to be used. What YAML would drop without a word (a text
  /// behind ` #`, a second line) is a finding, since it is half of somebody's answer.
  package static func read(
    _ bytes: [UInt8], file: String, _ reading: Reading
  ) -> (answers: TemplateAnswers, findings: [Finding]) {
    let document = YAMLDocument(bytes, file: file)
    var reader = SheetReader(reading, file: file, text: String(decoding: bytes, as: UTF8.self))
    reader.yaml.add(document.findings)
    guard document.findings.isEmpty else { return (TemplateAnswers(), reader.yaml.findings) }
    let answers = reader.read(document.root)
    return (answers, reader.yaml.findings)
  }
}

/// Reads the answers out of the YAML of one sheet.
private struct SheetReader {
  var yaml: YAMLReader
  private let reading: AnswerSheet.Reading
  private let lines: [[Unicode.Scalar]]

  init(_ reading: AnswerSheet.Reading, file: String, text: String) {
    self.reading = reading
    yaml = YAMLReader(file: file)
    // As the decoder of files sees them: without a mark of byte order, with `\n` for line ends.
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
    lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Array($0.last == "\r" ? $0.dropLast() : $0) }
  }

  mutating func read(_ root: YAMLNode?) -> TemplateAnswers {
    let empty = YAMLNode(content: .mapping([]), line: 1, column: 1)
    var keys = ["fields"]
    if reading.needsPhoto != nil { keys.append("photo") }
    guard let root = yaml.mapping(root ?? empty, "", allowed: keys) else {
      return TemplateAnswers()
    }
    let fields = reading.fields.filter { $0.name != reading.photoField?.name }
    let answers = section(root, "fields", keys: fields.map(\.name))
    var result = TemplateAnswers()
    for field in fields {
      let typed = answers[field.name]?.text ?? ""
      do throws(FieldAnswer.Refusal) {
        result.values[field.name] = try FieldAnswer.value(
          of: typed, for: field, today: reading.today, language: reading.language)
      } catch {
        refuse(error.message, answers[field.name], field.name, root)
      }
    }
    if reading.needsPhoto != nil { result.photo = photo(root) }
    return result
  }

  /// An answer with the place where it stands.
  private struct Answer {
    let text: String
    let node: YAMLNode
  }

  /// The texts of a section by key; what is no plain text on one line is a finding.
  private mutating func section(
    _ root: YAMLMapping, _ name: String, keys: [String]
  ) -> [String: Answer] {
    guard let node = root[name], !(node.isMissing && keys.isEmpty),
      let mapping = yaml.mapping(node, name, allowed: keys)
    else { return [:] }
    var result: [String: Answer] = [:]
    for member in node.members ?? [] where mapping[member.key] != nil {
      guard case .scalar(let text, let style) = member.value.content else {
        let shown = yaml.kind(member.value)
        yaml.add(
          Message("yaml.want-text", mapping.path(member.key), shown), rule: "yaml.type",
          at: member.value)
        continue
      }
      // What stands behind the colon must be the answer, all of it and nothing else.
      if style == .block || (style == .plain && written(behind: member) != text) {
        yaml.add(
          Message("sheet.cut", member.key), rule: "sheet.cut", line: member.line,
          column: member.column)
      } else {
        result[member.key] = Answer(text: text, node: member.value)
      }
    }
    return result
  }

  /// What stands behind the colon of a key on its own line, in the form in which texts are read.
  private func written(behind member: YAMLNode.Member) -> String {
    guard lines.indices.contains(member.line - 1) else { return "" }
    let rest = lines[member.line - 1].dropFirst(member.column - 1).drop { $0 != ":" }.dropFirst()
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest)
    return String(view).trimmingBlanks().nfc
  }

  private mutating func refuse(
    _ message: Message, _ answer: Answer?, _ key: String, _ root: YAMLMapping
  ) {
    let required = Message("values.missing", key, label(key))
    yaml.add(
      message.code == "answer.required" ? required : message, rule: message.code,
      at: answer?.node ?? root.node)
  }

  private func label(_ key: String) -> String {
    reading.fields.first { $0.name == key }?.label ?? key
  }

  private mutating func photo(_ root: YAMLMapping) -> TemplateAnswers.Photo? {
    let answers = section(root, "photo", keys: AnswerSheet.photoKeys)
    let file = answers["file"].map { TypedPath.path(in: $0.text) } ?? ""
    guard !file.isEmpty, file != FieldAnswer.nothing else {
      if reading.needsPhoto == true {
        refuse(Message("answer.required"), answers["file"], "file", root)
      } else if let other = AnswerSheet.photoKeys.dropFirst().compactMap({ answers[$0] })
        .first(where: { !$0.text.isEmpty })
      {
        yaml.add(Message("sheet.alone"), rule: "sheet.alone", at: other.node)
      }
      return nil
    }
    let path = TypedPath.expanded(file, home: reading.home)
    if let fault = reading.photoProblem(path) {
      yaml.add(fault.message, rule: fault.message.code, at: answers["file"]?.node, fix: fault.hint)
    }
    let alt = line("alt", answers, root, required: true, longest: 1000)
    let people = yesOrNo("people", answers, root)
    let minors = people && yesOrNo("minors", answers, root)
    let consent = people ? line("consent", answers, root) : ""
    let parents = minors ? line("parents", answers, root) : ""
    return TemplateAnswers.Photo(
      path: path, field: reading.photoField?.name, alt: alt,
      declaration: PictureDeclaration(
        showsPeople: people, showsMinors: minors, consent: consent.isEmpty ? nil : consent,
        parents: parents.isEmpty ? nil : parents))
  }

  private mutating func line(
    _ key: String, _ answers: [String: Answer], _ root: YAMLMapping, required: Bool = false,
    longest: Int = 200
  ) -> String {
    do throws(FieldAnswer.Refusal) {
      let text = try FieldAnswer.line(answers[key]?.text ?? "", longest: longest)
      if text.isEmpty, required { throw FieldAnswer.Refusal(Message("answer.required")) }
      return text == FieldAnswer.nothing ? "" : text
    } catch {
      refuse(error.message, answers[key], key, root)
      return ""
    }
  }

  private mutating func yesOrNo(
    _ key: String, _ answers: [String: Answer], _ root: YAMLMapping
  ) -> Bool {
    if let isYes = answers[key].flatMap({ FieldAnswer.yesOrNo($0.text) }) { return isYes }
    refuse(Message("answer.yesOrNo"), answers[key], key, root)
    return false
  }
}

/// One fault: what goes wrong, for which calls, how often.
///
/// As text `KIND[,op=stage|release|read|list|…][,rate=0.05][,pages=ID+ID][,count=N][,delay=MS]`
/// `[,code=,subcode=][,done=true][,minutes=N]`; the same keys as JSON in `POST /sandbox/faults`,
/// with `"fault"` or `"kind"` for the first word.
package struct FaultSpec: Sendable, Equatable {
  /// What goes wrong.
  package var kind: FaultKind
  /// The kind of call it meets, in the words of `/sandbox/stats`; nil is what suits the fault.
  package var operation: String?
  /// How likely it is for each call that it could meet, from 0 to 1.
  package var rate = 1.0
  /// The pages it is about, by page id or store code; empty is all pages.
  package var pages: [String] = []
  /// How many times it happens at most; nil is without end.
  package var count: Int?
  /// Milliseconds, with a meaning of its own for each kind; nil is the kind's usual figure.
  package var delayMilliseconds: Int?
  /// The error's code.
  package var code: Int?
  /// The error's subcode.
  package var subcode: Int?
  /// Whether the effect happens although the answer says otherwise.
  package var isDone = false
  /// What a throttle claims in `estimated_time_to_regain_access`; nil is the time that is left.
  package var minutes: Int?

  /// Creates a fault that always meets every call which suits its kind.
  package init(kind: FaultKind) {
    self.kind = kind
  }

  /// Reads the text of a `--fault` option.
  ///
  /// - Throws: ``SandboxInputError`` that names the part which is wrong.
  package static func parse(_ text: String) throws(SandboxInputError) -> FaultSpec {
    var parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var spec = FaultSpec(kind: try kind(named: parts.removeFirst()))
    for part in parts {
      guard let equals = part.utf8.firstIndex(of: 0x3D) else {
        throw SandboxInputError("fault '\(text)': '\(part)' is not of the form key=value")
      }
      try spec.set(String(part[..<equals]), to: String(part[part.index(after: equals)...]))
    }
    try spec.check()
    return spec
  }

  /// Reads the JSON object of `POST /sandbox/faults`.
  static func read(_ value: JSONValue) throws(SandboxInputError) -> FaultSpec {
    if case .string(let text) = value { return try parse(text) }
    guard case .object(let members) = value else {
      throw SandboxInputError("a fault must be a JSON object or a text")
    }
    guard let name = (value["kind"] ?? value["fault"])?.parameterText else {
      throw SandboxInputError("a fault needs \"kind\"; known: \(knownKinds)")
    }
    if name.utf8.contains(0x2C) { return try parse(name) }
    var spec = FaultSpec(kind: try kind(named: name))
    for member in members where member.name != "kind" && member.name != "fault" {
      if let items = member.value.items {
        try spec.set(member.name, to: items.map(\.parameterText).joined(separator: "+"))
      } else {
        try spec.set(member.name, to: member.value.parameterText)
      }
    }
    try spec.check()
    return spec
  }

  private static var knownKinds: String {
    FaultKind.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static func kind(named name: String) throws(SandboxInputError) -> FaultKind {
    guard let kind = FaultKind(rawValue: name) else {
      throw SandboxInputError("unknown fault '\(name)'; known: \(knownKinds)")
    }
    return kind
  }

  private mutating func set(_ key: String, to value: String) throws(SandboxInputError) {
    switch key {
    case "op":
      guard CallKind(rawValue: value) != nil else {
        let known = CallKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw SandboxInputError("fault \(kind.rawValue): unknown op '\(value)'; known: \(known)")
      }
      operation = value
    case "rate":
      guard let rate = Double(value), rate >= 0, rate <= 1 else {
        throw SandboxInputError("fault \(kind.rawValue): rate must be from 0 to 1, not '\(value)'")
      }
      self.rate = rate
    case "pages": pages = value.split(separator: "+").map(String.init)
    case "count": count = try Self.whole(value, key, kind)
    case "delay": delayMilliseconds = try Self.whole(value, key, kind)
    case "code": code = try Self.whole(value, key, kind)
    case "subcode": subcode = try Self.whole(value, key, kind)
    case "minutes": minutes = try Self.whole(value, key, kind)
    case "done":
      guard value == "true" || value == "false" else {
        throw SandboxInputError(
          "fault \(kind.rawValue): done must be true or false, not '\(value)'")
      }
      isDone = value == "true"
    default:
      throw SandboxInputError(
        "fault \(kind.rawValue): unknown key '\(key)'; known: op, rate, pages, count, delay, code, "
          + "subcode, done, minutes")
    }
  }

  /// A whole number that no sum of times can overflow.
  private static func whole(_ text: String, _ key: String, _ kind: FaultKind)
    throws(SandboxInputError) -> Int
  {
    guard let number = Int(text), (0...1_000_000_000).contains(number) else {
      throw SandboxInputError(
        "fault \(kind.rawValue): \(key) must be a whole number from 0 to 1000000000, not '\(text)'")
    }
    return number
  }

  private func check() throws(SandboxInputError) {
    if kind == .error, code == nil {
      throw SandboxInputError("fault error: needs code=, for example error,code=190,subcode=463")
    }
    if kind == .throttle, let code, ![4, 17, 80_001].contains(code) {
      throw SandboxInputError("fault throttle: code must be 80001 (a page), 4 or 17 (the app)")
    }
  }
}

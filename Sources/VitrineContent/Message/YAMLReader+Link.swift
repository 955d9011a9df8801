import VitrineCore

extension YAMLReader {
  /// The link of a message in ASCII; what is wrong with it becomes a finding.
  mutating func link(_ text: String, at node: YAMLNode) -> String? {
    do {
      let link = try WebLink(text)
      if let readable = link.readableHost {
        add(
          severity: .warning, Message("link.not-ascii", TerminalText.excerpt(readable), link.host),
          rule: "link.host",
          at: node)
      }
      return link.text
    } catch {
      add(error.message, rule: "link.\(Self.rule(error))", at: node)
      return nil
    }
  }

  private static func rule(_ problem: WebLink.Problem) -> String {
    switch problem {
    case .notHTTPS: "https"
    case .userInfo, .backslash, .character, .tooLong: "form"
    case .address, .innerName, .host, .mixedAlphabets: "host"
    }
  }
}

extension WebLink.Problem {
  /// What is wrong, in words.
  package var message: Message {
    switch self {
    case .notHTTPS: Message("link.not-https")
    case .userInfo: Message("link.user-info")
    case .backslash: Message("link.backslash")
    case .character(let value):
      Message("link.character", Unicode.Scalar(value)?.shown ?? "")
    case .tooLong(let length): Message("link.long", length)
    case .address(let host): Message("link.address", TerminalText.excerpt(host))
    case .innerName(let host): Message("link.inner", TerminalText.excerpt(host))
    case .host(let host): Message("link.bad-host", TerminalText.excerpt(host))
    case .mixedAlphabets(let host, let ascii):
      Message("link.mixed-alphabets", TerminalText.excerpt(host), ascii)
    }
  }
}

import VitrineCore

extension Console {
  /// Says a message that was made elsewhere on standard error, unless the person wants quiet.
  func say(_ message: Message) {
    guard !isQuiet else { return }
    invocation.error(TerminalText.escaped(message.text(in: language)) + "\n")
  }
}

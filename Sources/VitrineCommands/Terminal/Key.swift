/// What a person did at the keyboard.
enum Key: Hashable, Sendable {
  /// Typed text: one character or several that arrived together.
  case text(String)
  /// Text put in from the clipboard or dropped, with its line ends.
  case paste(String)
  case enter, backspace, delete
  case left, right, up, down, home, end, wordLeft, wordRight
  /// Ctrl-U: everything before the cursor.
  case killToStart
  /// Ctrl-K: everything behind it.
  case killToEnd
  /// Ctrl-W: the word before it.
  case killWord
  /// Ctrl-L: draw again.
  case redraw
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D.
  case endOfInput
  /// The escape key by itself, or a key that means nothing here.
  case other
}

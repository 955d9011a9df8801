import VitrineCore

extension JSON {
  /// The member of that name.
  subscript(name: String) -> JSON? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// A text.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// A whole number.
  var number: Int64? { if case .integer(let number) = self { number } else { nil } }

  /// The items of a list; none for anything else.
  var items: [JSON] { if case .array(let items) = self { items } else { [] } }
}

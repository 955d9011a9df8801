/// An answer of a store that a corrected template has no place for as it stands.
///
/// Everything that a store wrote and that is not in its adaptation any more is in one of these.
package struct RebaseConflict: Hashable, Codable, Sendable {
  /// What is in the way.
  package enum Problem: Hashable, Codable, Sendable {
    /// The template has no such field any more; the answer is out of the adaptation.
    case gone
    /// The field does not take the answer any more; the answer is out of the adaptation.
    case unfit(before: MessageField?, after: MessageField)
    /// Head office changed the default in the places where the store changed it; the store's answer stays.
    case overlap(base: String, theirs: String, places: [MergeConflict])
    /// The field must be filled now, and the store has no answer in it.
    case unanswered
    /// The corrected template cannot be rendered for this store: a field of the register is empty.
    case unrendered
    /// A rule or a limit says no to what the post would be; the finding is about no file.
    case barred(Finding)
  }

  /// The name of the field, in the corrected template if it is there; empty where it is about the whole post.
  package var field: String
  /// The question as people read it.
  package var label: String
  /// What stood in the store's adaptation; `nil` when nothing did.
  package var value: String?
  /// What is in the way.
  package var problem: Problem

  /// Makes a conflict.
  package init(field: String, label: String, value: String?, problem: Problem) {
    self.field = field
    self.label = label
    self.value = value
    self.problem = problem
  }
}

/// Something that a rebase did to an adaptation, and that the store should know of.
package struct RebaseNotice: Hashable, Codable, Sendable {
  /// What was done.
  package enum Change: Hashable, Codable, Sendable {
    /// The answer went along with a field that has another name now.
    case renamed(from: String)
    /// The question is another one now; the answer stands.
    case reworded(before: String)
    /// The field has another type now, and takes the answer.
    case retyped(before: MessageField.Kind, after: MessageField.Kind)
    /// A correction of the default went into what the store had made of it.
    case merged(before: String, after: String)
    /// Head office changed the default of a field that is no text; the store's answer stands.
    case suggested(before: String, after: String)
    /// The default, which the store had left as it was, is gone, and its line with it.
    case emptied(before: String)
    /// Head office changed the picture that the store's own one stands in place of.
    case picture(before: String?, after: String?)
    /// Head office changed the link that the store's own one stands in place of.
    case link(before: String?, after: String?)
  }

  /// The name of the field in the corrected template; empty for a picture or a link.
  package var field: String
  /// The question as people read it.
  package var label: String
  /// What was done.
  package var change: Change

  /// Makes a notice.
  package init(field: String, label: String, change: Change) {
    self.field = field
    self.label = label
    self.change = change
  }
}

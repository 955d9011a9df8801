/// An opaque id of one kind of thing, so that two kinds cannot be mixed up in a signature.
package struct Identifier<Kind>: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible
{
  /// The id as stored and shown.
  package let rawValue: String

  /// Takes an id as it is; whether such a thing exists is for the storage to say.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Takes an id as it is.
  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// Reads the bare string.
  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the bare string.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// The id as stored and shown.
  package var description: String { rawValue }

  /// Orders ids by their bytes.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The kinds of things that have an opaque id.
package enum IdentifierKind {
  /// A person.
  package enum User {}
  /// A shop.
  package enum Store {}
  /// A page of a store on a network.
  package enum Page {}
  /// A post of ours.
  package enum Post {}
  /// What one person makes in one go: a post for each store and network.
  package enum Submission {}
  /// A mandatory national message.
  package enum Broadcast {}
  /// What one apply of the calendar handed over.
  package enum CalendarPlan {}
  /// A grant of a role.
  package enum Grant {}
  /// A token of a person.
  package enum Token {}
  /// A process that performs deliveries.
  package enum Worker {}
  /// What keeps posts of stores from leaving in a crisis.
  package enum Freeze {}
  /// What one person is told of one event.
  package enum Notice {}
}

/// A person's id, `u_…`.
package typealias UserID = Identifier<IdentifierKind.User>
/// A page's id, `pg_…`.
package typealias PageID = Identifier<IdentifierKind.Page>
/// A post's id, `p_…`; the network's own id is a `RemoteID`.
package typealias PostID = Identifier<IdentifierKind.Post>
/// A submission's id, `s_…`.
package typealias SubmissionID = Identifier<IdentifierKind.Submission>
/// A broadcast's id, `b_…`.
package typealias BroadcastID = Identifier<IdentifierKind.Broadcast>
/// An applied plan's id, `c_…`.
package typealias CalendarPlanID = Identifier<IdentifierKind.CalendarPlan>
/// A grant's id, `g_…`.
package typealias GrantID = Identifier<IdentifierKind.Grant>
/// A token's id, `tk_…`.
package typealias TokenID = Identifier<IdentifierKind.Token>
/// A worker's id, `w_…`.
package typealias WorkerID = Identifier<IdentifierKind.Worker>
/// A freeze's id, `z_…`.
package typealias FreezeID = Identifier<IdentifierKind.Freeze>
/// A notice's id, `n_…`.
package typealias NoticeID = Identifier<IdentifierKind.Notice>

import VitrineCore
import VitrineStorage

/// What a query has in hand: a snapshot, the person, the time.
package struct ReadContext {
  /// The snapshot.
  package let transaction: any Transaction
  /// Who reads.
  package let session: Session
  /// The instant of the question.
  package let now: Timestamp
  /// The desk.
  package let desk: Desk

  /// Whether the person may do this to a store; lists leave out what they may not see.
  package func may(_ action: Action, at place: AccessTarget.Place) -> Bool {
    may(action, SubjectMatter(AccessTarget(places: [place])))
  }

  /// Whether the person may do this for the whole country.
  package func mayNationally(_ action: Action) -> Bool { may(action, SubjectMatter(.national)) }

  /// Whether the person may do this to that.
  package func may(_ action: Action, _ matter: SubjectMatter) -> Bool {
    Decision(
      matter.request(
        by: session.subject, with: session.credential(at: now), for: action,
        stepUpMinutes: desk.rules.stepUpMinutes, at: now)
    ).rule == nil
  }
}

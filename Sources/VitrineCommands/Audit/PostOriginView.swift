import VitrineCore
import VitrineService
import VitrineStorage

/// Where a post comes from, as people and scripts read it.
struct PostOriginView {
  let origin: PostOrigin
  let console: Console

  func show() throws {
    let delivery = origin.delivery
    let store = origin.storeName.map { "\(delivery.store) \($0)" } ?? delivery.store.rawValue
    try console.print(console.text("audit.who.post", delivery.post, store, delivery.network))
    if let broadcast = origin.broadcast {
      try console.print(console.text("audit.who.broadcast", broadcast.id, broadcast.title))
    }
    var table = Table(
      console.text("column.part"), console.text("column.who"), console.text("column.time"),
      console.text("column.index"))
    func add(_ code: String, _ hands: [PostOrigin.Hand]) {
      for hand in hands {
        table.add(
          console.text(code), name(hand.person), hand.at?.description ?? "",
          hand.index.map(String.init) ?? "")
      }
    }
    add("audit.who.author", [origin.author].compactMap(\.self))
    add("audit.who.editor", origin.editors)
    add("audit.who.approver", origin.approvers)
    add("audit.who.launcher", [origin.launcher].compactMap(\.self))
    try console.print(table, empty: "audit.empty")
    try showPublication()
    if let text = origin.text {
      for line in text.body.split(separator: "\n", omittingEmptySubsequences: false) {
        try console.print("  │ \(line)")
      }
      if let link = text.link { try console.print("  │ \(link)") }
    } else if origin.publication != nil {
      try console.print(console.text("audit.who.textGone"))
    }
    if let publication = origin.publication {
      console.say("audit.who.proof", publication.index)
    }
  }

  private func showPublication() throws {
    guard let publication = origin.publication else {
      return try console.print(console.text("audit.who.notPublished"))
    }
    try console.print(
      console.text("audit.who.published", publication.record.time, publication.index))
    if let permalink = origin.delivery.permalink { try console.print("  \(permalink)") }
    if let takedown = origin.takedown {
      try console.print(
        console.text(
          "audit.who.takenDown", takedown.record.time, name(takedown.record.actor.id),
          takedown.reason ?? console.text("broadcast.why.none")))
    }
  }

  private func name(_ person: UserID) -> String { origin.names[person] ?? person.rawValue }

  /// The answer as scripts read it; the keys are a contract.
  var json: JSON {
    let delivery = origin.delivery
    let takenDown: JSON =
      origin.takedown.map { event in
        [
          "at": .string(event.record.time.description), "by": person(event.record.actor.id),
          "reason": event.reason.map(JSON.string) ?? .null, "index": .integer(Int64(event.index)),
        ]
      } ?? .null
    return [
      "post": .string(delivery.post.rawValue), "store": .string(delivery.store.rawValue),
      "storeName": origin.storeName.map(JSON.string) ?? .null,
      "network": .string(delivery.network.rawValue),
      "page": delivery.page.map { .string($0.rawValue) } ?? .null,
      "postID": delivery.remoteID.map { .string($0.rawValue) } ?? .null,
      "permalink": delivery.permalink.map(JSON.string) ?? .null,
      "broadcast": delivery.broadcast.map { .string($0.rawValue) } ?? .null,
      "title": origin.broadcast.map { .string($0.title) } ?? .null,
      "state": .string(delivery.state.rawValue), "author": hand(origin.author),
      "editors": .array(origin.editors.map { hand($0) }),
      "approvers": .array(origin.approvers.map { hand($0) }), "launcher": hand(origin.launcher),
      "onBehalfOf": origin.onBehalfOf.map { .string($0.rawValue) } ?? .null,
      "attempts": .array(origin.attempts.map(event)),
      "publishedAt": origin.publication.map { .string($0.record.time.description) } ?? .null,
      "takenDown": takenDown, "text": origin.text.map { .string($0.body) } ?? .null,
      "link": origin.text?.link.map(JSON.string) ?? .null,
      "digest": .string(delivery.digest),
      "index": origin.publication.map { .integer(Int64($0.index)) } ?? .null,
      "history": .array(origin.history.map(event)),
    ]
  }

  private func person(_ id: UserID) -> JSON {
    ["id": .string(id.rawValue), "name": origin.names[id].map(JSON.string) ?? .null]
  }

  private func hand(_ hand: PostOrigin.Hand?) -> JSON {
    guard let hand else { return .null }
    return [
      "id": .string(hand.person.rawValue),
      "name": origin.names[hand.person].map(JSON.string) ?? .null,
      "at": hand.at.map { .string($0.description) } ?? .null,
      "index": hand.index.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  private func event(_ event: PostOrigin.Event) -> JSON {
    [
      "index": .integer(Int64(event.index)), "time": .string(event.record.time.description),
      "action": .string(event.record.action), "actor": person(event.record.actor.id),
      "result": .string(event.record.result.rawValue),
      "reasonCode": event.record.reasonCode.map(JSON.string) ?? .null,
      "state": event.record.state.map(JSON.string) ?? .null,
      "attempt": event.record.attempt.map { .integer(Int64($0)) } ?? .null,
    ]
  }
}

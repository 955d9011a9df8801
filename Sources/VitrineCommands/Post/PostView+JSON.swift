import VitrineCore
import VitrineService
import VitrineStorage

extension PostView {
  /// Posts after a step: those of the list, and what is true of the first beside them.
  ///
  /// A script that makes one post need not look into a list of one.
  func json(_ output: PostsOutput, id: String?) -> JSON {
    let items = output.items.map(json)
    guard let id, let first = output.items.first else {
      return [
        "items": .array(items),
        "submission": (output.items.first?.submission).map { .string($0.rawValue) } ?? .null,
      ]
    }
    var whole = members(first)
    if id == first.submission?.rawValue {
      whole["id"] = .string(id)
      whole["digest"] = .string(first.submissionDigest)
    }
    whole["items"] = .array(items)
    return .object(whole)
  }

  /// A post as scripts read it.
  func json(_ item: PostOutput) -> JSON { .object(members(item)) }

  /// The keys of a post; a contract.
  func members(_ item: PostOutput) -> [String: JSON] {
    let language = console.language
    return [
      "id": .string(item.id.rawValue),
      "submission": item.submission.map { .string($0.rawValue) } ?? .null,
      "broadcast": item.broadcast.map { .string($0.rawValue) } ?? .null,
      "store": .string(item.store.rawValue), "network": .string(item.network.rawValue),
      "state": .string(item.state.rawValue), "revision": .integer(Int64(item.revision)),
      "digest": .string(item.digest), "text": .string(item.content.text),
      "link": item.content.link.map(JSON.string) ?? .null,
      "media": .array(
        item.content.media.map {
          [
            "sha256": .string($0.digest), "type": .string($0.type.rawValue),
            "alt": $0.alt.map(JSON.string) ?? .null,
          ]
        }),
      "values": .object(item.input.values.mapValues(JSON.string)),
      "template": item.template.map(JSON.string) ?? .null,
      "templateDigest": item.templateDigest.map(JSON.string) ?? .null,
      "entry": item.entry.map(JSON.string) ?? .null,
      "schedule": item.schedule.map(JSON.string) ?? .null,
      "at": item.at.map { .string($0.description) } ?? .null,
      "validUntil": item.validUntil.map { .string($0.description) } ?? .null,
      "author": .string(item.author.rawValue),
      "editors": .array(item.editors.map { .string($0.rawValue) }),
      "approvers": .array(item.approvers.map { .string($0.rawValue) }),
      "approvalsNeeded": .integer(Int64(item.approvalsNeeded)),
      "created": .string(item.created.description),
      "postID": item.remoteID.map { .string($0.rawValue) } ?? .null,
      "permalink": item.permalink.map(JSON.string) ?? .null,
      "reason": (item.trouble?.reason.text(in: language)).map(JSON.string) ?? .null,
      "fix": (item.trouble?.fix.text(in: language)).map(JSON.string) ?? .null,
      "who": (item.trouble?.who.text(in: language)).map(JSON.string) ?? .null,
      "frozenSince": item.frozenSince.map { .string($0.description) } ?? .null,
      "movedFrom": item.movedFrom.map { .string($0.description) } ?? .null,
      "movedBecause": (item.movedBecause?.text(in: language)).map(JSON.string) ?? .null,
      "ending": item.ending.map(JSON.string) ?? .null,
      "findings": .array(item.findings.map(json)),
    ]
  }

  /// A post with what people said about it.
  func members(_ item: PostOutput, _ shown: ShowPost.Output) -> [String: JSON] {
    var members = members(item)
    func step(_ action: Action) -> JSON {
      guard
        let step = shown.reasons[item.id]?.first(where: { $0.given.action == action.rawValue })
      else { return .null }
      return [
        "by": .string(step.given.by.rawValue), "name": .string(step.name),
        "at": .string(step.given.at.description),
        "reason": step.given.text.map(JSON.string) ?? .null,
        "record": .integer(Int64(step.given.index)),
      ]
    }
    members["rejection"] = step(.postReject)
    members["takedown"] = step(.postTakedown)
    members["correction"] = step(.postEdit)
    members["published"] =
      shown.published[item.id].map {
        [
          "text": .string($0.body), "link": $0.link.map(JSON.string) ?? .null,
          "at": .string($0.published.description), "digest": .string($0.digest),
        ]
      } ?? .null
    return members
  }

  /// What a rule says, as scripts read it.
  private func json(_ finding: RuleFinding) -> JSON {
    [
      "severity": .string(finding.severity.rawValue), "rule": .string(finding.rule),
      "message": .string(finding.title), "words": .array(finding.words.map(JSON.string)),
      "fix": .string(finding.fix), "article": .string(finding.article),
      "owner": .string(finding.owner),
      "endedOn": finding.endedOn.map { .string($0.description) } ?? .null,
    ]
  }
}

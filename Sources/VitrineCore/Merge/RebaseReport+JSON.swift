extension RebaseReport {
  /// The report as scripts read it after a rebase; the keys are a contract, messages are for people.
  package func json(in language: Language) -> JSON {
    var members = heading
    members["summary"] = .object(
      Dictionary(
        uniqueKeysWithValues: Outcome.allCases.map { ($0.rawValue, .integer(Int64(count($0)))) }
          + [("approvalsVoid", .integer(Int64(voided)))]))
    members["items"] = .array(items.map { $0.json(in: language) })
    return .object(members)
  }

  /// The report as scripts read it before one: the posts with the text that they carry.
  package var impactJSON: JSON {
    var members = heading
    members["items"] = .array(
      items.map { item in
        [
          "post": .string(item.post.id.rawValue), "store": .string(item.post.store.rawValue),
          "network": .string(item.post.network.rawValue),
          "state": .string(item.post.state.rawValue), "version": .string(item.post.template),
          "digest": item.post.rendered.map(JSON.string) ?? .null, "text": .string(item.post.text),
          "live": .bool(item.post.state == .published),
          "correctable": .bool(item.post.state.reach == .open),
          "approvals": .integer(Int64(item.post.approvals)),
        ]
      })
    return .object(members)
  }

  private var heading: [String: JSON] {
    ["template": .string(template), "version": .string(digest), "next": .null]
  }
}

extension RebaseReport.Item {
  func json(in language: Language) -> JSON {
    [
      "post": .string(post.id.rawValue), "store": .string(post.store.rawValue),
      "network": .string(post.network.rawValue), "outcome": .string(outcome.rawValue),
      "stateBefore": .string(post.state.rawValue), "state": .string(state.rawValue),
      "digest": rendered.map(JSON.string) ?? .null, "approvalsVoid": .integer(Int64(voided)),
      "values": .object(adaptation.values.mapValues(JSON.string)),
      "conflicts": .array(conflicts.map { $0.json(in: language) }),
      "notices": .array(
        notices.map { notice in
          [
            "kind": .string(notice.kind), "field": .string(notice.field),
            "label": .string(notice.label),
            "message": .string(notice.message.text(in: language)),
          ]
        }),
    ]
  }
}

extension RebaseConflict {
  func json(in language: Language) -> JSON {
    var members: [String: JSON] = [
      "kind": .string(kind), "field": .string(field), "label": .string(label),
      "value": value.map(JSON.string) ?? .null, "message": .string(message.text(in: language)),
    ]
    switch problem {
    case .gone, .unanswered, .unrendered: break
    case .barred(let finding):
      members["rule"] = .string(finding.rule)
      members["fix"] = (finding.fix?.text(in: language)).map(JSON.string) ?? .null
    case .unfit(let before, let after):
      members["before"] = before.map(\.canonical) ?? .null
      members["after"] = after.canonical
    case .overlap(let base, let theirs, let places):
      members["base"] = .string(base)
      members["theirs"] = .string(theirs)
      members["places"] = .array(places.map(\.json))
    }
    return .object(members)
  }
}

extension MergeConflict {
  var json: JSON { ["base": base.json, "ours": ours.json, "theirs": theirs.json] }
}

extension MergeConflict.Passage {
  var json: JSON {
    [
      "text": .string(text), "line": .integer(Int64(line)), "column": .integer(Int64(column)),
    ]
  }
}

import VitrineCore

extension GraphAnswerReader {
  /// The accounts with rights on a page, from one of its two lists.
  ///
  /// `/roles` names people outside a business, `/assigned_users` those of the business and its system
  /// users. Which of these is a system, `user_type` says, where the network shows it.
  func people(
    _ call: NetworkCall, _ body: JSONValue, isAssigned: Bool
  ) -> NetworkAnswer.Outcome {
    guard let items = body["data"]?.array else { return unexpected(call, "data") }
    var people: [PagePerson] = []
    for item in items {
      // Passing over an account that cannot be read would hide it from a review.
      guard let id = item["id"]?.string, GraphID.isSendable(RemoteID(id)) else {
        return unexpected(call, "id")
      }
      let type = item["user_type"]?.string?.lowercased() ?? ""
      let isSystem = type.utf8.starts(with: "system".utf8)
      people.append(
        PagePerson(
          id: RemoteID(id), name: item["name"]?.string ?? id,
          tasks: (item["tasks"]?.array ?? []).compactMap(\.string),
          kind: isAssigned ? (isSystem ? .system : .business) : .personal))
    }
    return .people(people)
  }
}

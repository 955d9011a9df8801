/// Who has rights on a page itself.
extension World {
  /// `/{page}/roles` and `/{page}/assigned_users`.
  ///
  /// Head office's system user is assigned to every page; the other list holds the people whom
  /// somebody let in by hand.
  func people(of page: Int, _ edge: String, _ call: GraphCall, as caller: Caller)
    throws(GraphError) -> GraphAnswer
  {
    try demandSight(of: page, caller)
    let isAssigned = edge == "assigned_users"
    if isAssigned, call.parameters["business"] == nil {
      throw .invalidParameter("The parameter business is required")
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    if isAssigned {
      writer.beginObject()
      writer.text("name", "Siège national")
      writer.text("user_type", "SYSTEM_USER")
      writer.tasks()
      writer.text("id", credentials.userID)
      writer.endObject()
    } else {
      for person in pages[page].people {
        writer.beginObject()
        writer.text("name", person.name)
        writer.key("tasks")
        writer.beginArray()
        for task in person.tasks { writer.string(task) }
        writer.endArray()
        writer.text("id", person.id)
        writer.endObject()
      }
    }
    writer.endArray()
    writer.endObject()
    return GraphAnswer(writer)
  }

  /// Somebody gives a person rights on a page, outside of any business.
  mutating func letIn(_ value: JSONValue) throws(SandboxInputError) -> JSONWriter {
    guard let name = value["page"]?.parameterText, case .string(let person)? = value["name"] else {
      throw SandboxInputError("a person needs \"page\" (an id or a store code) and \"name\"")
    }
    let page = try page(named: name)
    let tasks = value["tasks"]?.items?.map(\.parameterText) ?? ["CREATE_CONTENT", "MANAGE"]
    let id = value["id"]?.parameterText ?? String(makeNumber())
    pages[page].people.append(Page.Person(id: id, name: person, tasks: tasks))
    journal(peopleOf: page)
    journal?.flush()
    var writer = JSONWriter()
    writer.beginObject()
    writer.text("id", id)
    writer.endObject()
    return writer
  }

  /// Somebody takes a person's rights away, on every page.
  mutating func showOut(_ id: String) throws(SandboxInputError) -> JSONWriter {
    let places = pages.indices.filter { pages[$0].people.contains { $0.id == id } }
    guard !places.isEmpty else { throw SandboxInputError("no person '\(id)'") }
    for place in places {
      pages[place].people.removeAll { $0.id == id }
      journal(peopleOf: place)
    }
    journal?.flush()
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("success")
    writer.bool(true)
    writer.endObject()
    return writer
  }

  mutating func journal(peopleOf page: Int) {
    guard journal != nil else { return }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("people")
    writer.beginObject()
    writer.text("page", pages[page].id)
    writer.key("people")
    writer.beginArray()
    for person in pages[page].people {
      writer.beginObject()
      writer.text("id", person.id)
      writer.text("name", person.name)
      writer.key("tasks")
      writer.beginArray()
      for task in person.tasks { writer.string(task) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endObject()
    journal?.append(writer)
  }

  mutating func replay(people value: JSONValue) -> Bool {
    guard let text = value["page"]?.parameterText, let number = UInt64(text) else { return false }
    guard let page = pageByNumber[number] else { return true }
    pages[page].people = (value["people"]?.items ?? []).map { item in
      Page.Person(
        id: item["id"]?.parameterText ?? "", name: item["name"]?.parameterText ?? "",
        tasks: item["tasks"]?.items?.map(\.parameterText) ?? [])
    }
    return true
  }
}

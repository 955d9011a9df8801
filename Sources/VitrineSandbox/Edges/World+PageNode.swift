/// The fields of a page.
extension World {
  func write(
    page index: Int, _ fields: [FieldSelection]?, as caller: Caller, into writer: inout JSONWriter
  ) throws(GraphError) {
    writer.beginObject()
    for field in fields ?? [FieldSelection(name: "name")] where field.name != "id" {
      try write(field, of: pages[index], at: index, as: caller, into: &writer)
    }
    writer.key("id")
    writer.string(pages[index].id)
    writer.endObject()
  }

  private func write(
    _ field: FieldSelection, of page: Page, at index: Int, as caller: Caller,
    into writer: inout JSONWriter
  ) throws(GraphError) {
    func text(_ value: String?) {
      guard let value else { return }
      writer.key(field.name)
      writer.string(value)
    }
    func number(_ value: Int) {
      writer.key(field.name)
      writer.number(value)
    }
    func flag(_ value: Bool) {
      writer.key(field.name)
      writer.bool(value)
    }
    switch field.name {
    case "name", "global_brand_page_name": text(page.store.name)
    case "access_token": if caller == .user || caller == .page(index) { text(page.token) }
    case "category": text("Supermarket")
    case "store_code": text(page.store.code)
    case "store_number":
      if let storeNumber = page.storeNumber {
        writer.key(field.name)
        writer.number(spelled: storeNumber)
      }
    case "store_location_descriptor": text(page.store.city)
    case "followers_count": number(page.followers)
    case "fan_count": number(page.followers - page.followers / 25)
    case "talking_about_count": number(page.followers / 90)
    case "link": text("\(baseURL)/p/\(page.id)")
    case "is_published", "can_post", "has_transitioned_to_new_page_experience": flag(true)
    case "is_permanently_closed", "is_unclaimed": flag(false)
    case "verification_status": text("blue_verified")
    case "single_line_address": text(page.singleLineAddress)
    // Known on the network and empty on these pages: such a field is left out of the answer.
    case "username", "about", "description", "phone", "website", "hours", "emails", "bio", "cover",
      "picture", "parent_page", "overall_star_rating":
      break
    case "category_list":
      writer.key("category_list")
      writer.beginArray()
      writer.beginObject()
      writer.key("id")
      writer.string("150108431712141")
      writer.key("name")
      writer.string("Supermarket")
      writer.endObject()
      writer.endArray()
    case "tasks": writer.tasks()
    case "instagram_business_account", "connected_instagram_account":
      guard switches.instagramAccounts else { break }
      writer.key(field.name)
      let children = field.children.isEmpty ? [FieldSelection(name: "id")] : field.children
      try write(account: index, children, into: &writer)
    case "business":
      writer.key("business")
      writer.beginObject()
      writer.text("id", credentials.businessID)
      writer.text("name", "Siège national")
      writer.endObject()
    case "location": page.writeLocation(into: &writer)
    default: throw .unknownField(field.name, on: "Page")
    }
  }
}

extension Page {
  fileprivate var singleLineAddress: String? {
    guard let city = store.city else { return nil }
    let town = [store.postcode, city].compactMap { $0 }.joined(separator: " ")
    return [store.street, town].compactMap { $0 }.joined(separator: ", ")
  }

  fileprivate func writeLocation(into writer: inout JSONWriter) {
    let texts = [
      ("city", store.city), ("country", store.country), ("street", store.street),
      ("zip", store.postcode),
    ]
    let degrees = [("latitude", store.latitude), ("longitude", store.longitude)]
    guard texts.contains(where: { $0.1 != nil }) || degrees.contains(where: { $0.1 != nil }) else {
      return
    }
    writer.key("location")
    writer.beginObject()
    for (name, value) in texts {
      guard let value else { continue }
      writer.key(name)
      writer.string(value)
    }
    for (name, value) in degrees {
      guard let value, value.isFinite else { continue }
      writer.key(name)
      writer.number(spelled: "\(value)")
    }
    writer.endObject()
  }
}

extension JSONWriter {
  /// Writes the tasks that the user holds on every page.
  mutating func tasks() {
    key("tasks")
    beginArray()
    for task in ["ANALYZE", "ADVERTISE", "MODERATE", "CREATE_CONTENT", "MANAGE"] { string(task) }
    endArray()
  }
}

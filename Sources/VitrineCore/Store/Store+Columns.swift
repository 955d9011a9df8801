extension Store {
  /// The cells of the store in a register, by column.
  package var columns: [String: String] {
    var columns = [
      "code": code.rawValue, "name": name, "format": format.rawValue, "address": address,
      "postcode": postcode, "city": city, "department": department, "region": region,
      "country": country, "latitude": latitude?.description ?? "",
      "longitude": longitude?.description ?? "", "timezone": timeZone, "mode": mode.rawValue,
      "phone": phone, "hours": hours?.description ?? "", "tags": tags.joined(separator: ";"),
      "opensOn": opensOn?.description ?? "", "closesOn": closesOn?.description ?? "",
    ]
    columns.merge(extra) { $1 }
    return columns
  }
}

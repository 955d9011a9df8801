extension Store {
  /// The names of the store fields that every template may use, besides `store.x-…`.
  package static let fieldNames = [
    "store.name", "store.code", "store.format", "store.address", "store.postcode", "store.city",
    "store.department", "store.region", "store.country", "store.phone", "store.hours",
    "store.mode",
  ]

  /// Whether a name is that of a field of the retailer's own: `store.x-parking`.
  package static func isExtraField(_ name: String) -> Bool {
    name.hasPrefix("store.") && isExtraColumn(String(name.dropFirst("store.".count)))
  }

  /// Whether a column of the register is the retailer's own: `x-` and lower-case letters, digits, `-`.
  package static func isExtraColumn(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count > 2, bytes.count <= 40, bytes.starts(with: "x-".utf8) else { return false }
    return bytes.dropFirst(2).allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
  }

  /// The values of the store's fields by name; a field without a value is absent, never empty.
  package var fields: [String: String] {
    var fields = [
      "store.name": name, "store.code": code.rawValue, "store.format": format.rawValue,
      "store.address": address, "store.postcode": postcode, "store.city": city,
      "store.department": department, "store.region": region, "store.country": country,
      "store.phone": phone, "store.hours": hours?.description ?? "", "store.mode": mode.rawValue,
    ]
    for (column, value) in extra { fields["store.\(column)"] = value }
    return fields.filter { !$0.value.isEmpty }
  }
}

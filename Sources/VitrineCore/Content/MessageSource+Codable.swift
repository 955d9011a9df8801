extension MessageSource {
  enum CodingKeys: String, CodingKey {
    case title, link, media, networks, body, texts, validity, isUrgent, category, fields, storeNote
    case writtenID, formats, regions, usage, families, offer, file
  }

  /// Reads a stored message; the keys of a template are absent from one that was stored before them.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      title: try container.decode(String.self, forKey: .title),
      link: try container.decodeIfPresent(String.self, forKey: .link),
      media: try container.decode([MessageMedia].self, forKey: .media),
      networks: try container.decode([Network].self, forKey: .networks),
      body: try container.decode(SourceText.self, forKey: .body),
      texts: try container.decode([Network: SourceText].self, forKey: .texts),
      validity: try container.decode(MessageValidity.self, forKey: .validity),
      isUrgent: try container.decode(Bool.self, forKey: .isUrgent),
      category: try container.decodeIfPresent(String.self, forKey: .category),
      fields: try container.decode([MessageField].self, forKey: .fields),
      storeNote: try container.decodeIfPresent(String.self, forKey: .storeNote),
      writtenID: try container.decodeIfPresent(String.self, forKey: .writtenID),
      formats: try container.decodeIfPresent([StoreFormat].self, forKey: .formats) ?? [],
      regions: try container.decodeIfPresent([String].self, forKey: .regions) ?? [],
      usage: try container.decodeIfPresent(String.self, forKey: .usage),
      families: try container.decodeIfPresent([String].self, forKey: .families) ?? [],
      offer: try container.decodeIfPresent(OfferSource.self, forKey: .offer),
      file: try container.decodeIfPresent(String.self, forKey: .file))
  }
}

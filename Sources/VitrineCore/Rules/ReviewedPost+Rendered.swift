extension ReviewedPost {
  /// A rendered post as the rules look at it.
  package init(
    _ post: RenderedPost, of source: MessageSource, on network: Network, for store: Store,
    day: CivilDate
  ) {
    self.init(
      text: post.text, registerWords: post.registerWords, alts: post.media.compactMap(\.alt),
      network: network, day: day, families: source.families, offer: post.offer,
      pictures: post.media.map(\.declaration), department: store.department,
      isClosedOnSunday: store.hours?.spans(on: .sunday)?.isEmpty ?? false)
  }
}

import VitrineCore

extension NetworkLimits {
  /// The bytes of `content-library/rules/network-limits.yaml` as this version was built with it.
  ///
  /// A test fails when the two differ.
  package static let builtInText = """
    # How long a text each network takes. Figures change: check the page behind `source`, then change
    # `max` and `checked` together. Texts are counted after the holes are filled for a store.
    #
    # unit: graphemes (what a person sees as one character), utf16 (what JavaScript counts) or codepoints.
    # Where a network does not say what it counts, utf16 stands here, the stricter reading.
    # confidence: official (the network's own page), code (a constant of another tool) or third
    # (another tool's documentation).
    networks:
      facebook:
        text:
          max: 63206
          unit: utf16
        source: https://docs.upload-post.com/resources/character-limits/
        wording: a post of a Facebook page takes 63,206 characters at most
        confidence: third
        checked: 2026-11-22
      instagram:
        text:
          max: 2200
          unit: utf16
        source: https://www.ayrshare.com/docs/apis/post/social-networks/instagram
        wording: a caption takes 2,200 characters at most
        confidence: third
        checked: 2026-11-22
      mastodon:
        text:
          max: 500
          unit: graphemes
        source: https://docs.joinmastodon.org/entities/Instance/
        wording: 500 characters unless the server says otherwise in configuration.statuses.max_characters
        confidence: official
        checked: 2026-11-22

    """
}

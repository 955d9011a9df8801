import VitrineCore

extension NetworkLimits {
  /// The bytes of `content-library/rules/network-limits.yaml` as this version was built with it.
  ///
  /// A test fails when the two differ.
  package static let builtInText = """
    # How long a text each network takes. Figures change: check the page behind `source`, then change
    # `max` and `checked` together. Texts are counted after the holes are filled for a store.
    #
    # unit: graphemes (what a person sees as one character), utf16 (what JavaScript counts), codepoints,
    # weighted (X: an address is 23, an emoji or a Chinese sign 2) or escaped (LinkedIn: signs that it
    # reserves, such as # @ ( ), count twice).
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
      bluesky:
        text:
          max: 300
          unit: graphemes
        source: https://github.com/gitroomhq/postiz-app
        wording: a post takes 300 graphemes at most
        confidence: code
        checked: 2026-11-22
      google-business:
        text:
          max: 1500
          unit: utf16
        source: https://github.com/gitroomhq/postiz-app
        wording: a local post of a business profile takes 1,500 characters at most
        confidence: code
        checked: 2026-11-22
      linkedin:
        text:
          max: 3000
          unit: escaped
        source: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
        wording: 3,000 characters once reserved signs are escaped; what is behind them is cut off without an error
        confidence: code
        checked: 2026-11-22
      pinterest:
        text:
          max: 500
          unit: utf16
        source: https://github.com/gitroomhq/postiz-app
        wording: a description takes 500 characters at most
        confidence: code
        checked: 2026-11-22
      threads:
        text:
          max: 500
          unit: utf16
        source: https://github.com/gitroomhq/postiz-app
        wording: a post takes 500 characters at most
        confidence: code
        checked: 2026-11-22
      tiktok:
        text:
          max: 2200
          unit: utf16
        source: https://github.com/gitroomhq/postiz-app
        wording: a caption takes 2,200 characters at most
        confidence: code
        checked: 2026-11-22
      x:
        text:
          max: 280
          unit: weighted
        source: https://docs.x.com/fundamentals/counting-characters
        wording: 280 weighted characters; an address counts 23, an emoji 2, the text is normalised to NFC
        confidence: official
        checked: 2026-11-22
      youtube:
        text:
          max: 5000
          unit: utf16
        source: https://github.com/gitroomhq/postiz-app
        wording: a description takes 5,000 characters at most
        confidence: code
        checked: 2026-11-22

    """
}

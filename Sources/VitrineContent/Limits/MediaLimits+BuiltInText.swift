import VitrineCore

extension MediaLimits {
  /// The bytes of `content-library/rules/network-media.yaml` as this version was built with it.
  ///
  /// A test fails when the two differ.
  package static let builtInText = """
    # What pictures each network takes. Figures change: check the page behind `source`, then change the figure and
    # `checked` together. confidence: as in network-limits.yaml. Where sources disagree, the stricter figure stands here
    # and `note` says what the other was.
    #
    # required: whether a post must have a picture. pictures: how many it may have. types: jpeg, png, gif or webp.
    # bytes: the largest file. width, height: pixels as people see the picture, with min and max. ratio: width to height,
    # from the narrowest (min) to the widest (max). hashtags, mentions: how many the text may have.
    media:
      facebook:
        required: false
        pictures: 10
        types: [jpeg, png]
        bytes: 4000000
        mixesWithVideo: false
        source: https://github.com/gitroomhq/postiz-app
        wording: a photo has less than 4 MB, and ten photos at most make a post
        confidence: code
        checked: 2026-11-22
      instagram:
        required: true
        pictures: 10
        types: [jpeg]
        bytes: 8000000
        width: {min: 320}
        ratio: {min: "4:5", max: "1.91:1"}
        altText: true
        hashtags: 30
        mentions: 3
        note: Some tools convert PNG to JPEG. Another source allows 20 mentions.
        source: https://www.ayrshare.com/docs/apis/post/social-networks/instagram
        wording: a photo is a JPEG of at most 8 MB between 4:5 and 1.91:1
        confidence: third
        checked: 2026-11-22
      mastodon:
        required: false
        pictures: 4
        types: [jpeg, png, gif, webp]
        altText: true
        source: https://docs.joinmastodon.org/entities/Instance/
        wording: four pictures, unless the server says otherwise in configuration.statuses.max_media_attachments
        confidence: official
        checked: 2026-11-22
      bluesky:
        required: false
        pictures: 4
        mixesWithVideo: false
        source: https://github.com/gitroomhq/postiz-app
        wording: four pictures or one film
        confidence: code
        checked: 2026-11-22
      google-business:
        required: false
        pictures: 1
        types: [jpeg, png]
        bytes: 5000000
        width: {min: 400}
        height: {min: 300}
        note: Another source asks for 250 by 250 pixels only.
        source: https://docs.zernio.com/platforms/google-business/reference
        wording: one photo of at least 400 by 300 pixels and at most 5 MB in JPEG or PNG
        confidence: third
        checked: 2026-11-26
      linkedin:
        required: false
        pictures: 20
        mixesWithVideo: false
        source: https://github.com/gitroomhq/postiz-app
        wording: twenty pictures or one film
        confidence: code
        checked: 2026-11-22
      x:
        required: false
        pictures: 4
        types: [jpeg, png, gif, webp]
        bytes: 5000000
        mixesWithVideo: false
        note: A moving GIF may have 15 MB, and stands alone in its post.
        source: https://docs.x.com/x-api/media/quickstart/best-practices
        wording: four photos of at most 5 MB in JPG, PNG, GIF or WEBP, or one moving GIF, or one film
        confidence: official
        checked: 2026-11-26

    """
}

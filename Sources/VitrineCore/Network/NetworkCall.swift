/// The network's own id of a page, a draft or a post.
package typealias RemoteID = Identifier<IdentifierKind.Remote>

extension IdentifierKind {
  /// Something that lives on a network.
  package enum Remote {}
}

/// One thing to ask of a network, about one page, with that page's own token.
package struct NetworkCall: Sendable {
  /// What a call does.
  package enum Step: Hashable, Sendable {
    /// Uploads a picture that no post shows yet; uploading twice leaves one that nobody sees.
    case upload(PostPicture)
    /// Creates a draft that nobody sees, with pictures that were uploaded; creating twice makes two drafts.
    case stage(PostContent, pictures: [RemoteID] = [])
    /// Makes a draft public by its id; repeating it is harmless.
    case release(draft: RemoteID)
    /// Publishes at once, where there are no drafts; doing it twice makes two posts. The key is the same for
    /// every attempt of one post, for networks that know one.
    case publish(PostContent, pictures: [RemoteID] = [], key: String)
    /// Hands a post over that the network makes public by itself at an instant; doing it twice makes two posts.
    case schedule(PostContent, pictures: [RemoteID] = [], at: Timestamp, key: String)
    /// Gives a post or a draft another text and link; repeating it is harmless.
    case edit(RemoteID, PostContent)
    /// Pins a public post to the top of its page, or lets it go; repeating it is harmless.
    case pin(RemoteID, isPinned: Bool)
    /// Reads one post or draft.
    case read(RemoteID)
    /// Lists the page's drafts made by our app since an instant, and those among them that are public by now
    /// where the network's list has both.
    case listDrafts(since: Timestamp)
    /// Lists what the network will make public by itself on the page at an instant.
    case listScheduled(at: Timestamp)
    /// Lists what is public on the page in a span of time.
    case listPublished(since: Timestamp, until: Timestamp)
    /// Deletes a post or draft; deleting what is gone counts as done.
    case delete(RemoteID)
    /// Takes back what was handed over with its hour; what is gone is refused as missing, since it may be public.
    case unschedule(RemoteID)
    /// Asks whether the page's token is good.
    case checkToken
    /// Lists the people who were given rights on the page itself, outside of any business.
    case listRoles
    /// Lists the people and systems of a business that have rights on the page.
    case listAssigned(business: RemoteID)
    /// Asks which business the page belongs to.
    case readBusiness
  }

  /// The network's id of the page.
  package let page: RemoteID
  /// The page's token.
  package let token: Secret
  /// What to do.
  package let step: Step
  /// The bytes of the picture that is uploaded; nil for every other step.
  package let bytes: [UInt8]?

  /// Makes a call.
  package init(page: RemoteID, token: Secret, step: Step, bytes: [UInt8]? = nil) {
    self.page = page
    self.token = token
    self.step = step
    self.bytes = bytes
  }
}

extension NetworkCall.Step {
  /// Whether it carries a picture, and is therefore a request of its own.
  package var isUpload: Bool {
    if case .upload = self { true } else { false }
  }
}

/// What one post says, as sent to a network.
package struct PostContent: Hashable, Codable, Sendable {
  /// The text, already rendered for the store.
  package var text: String
  /// A link shown as a card, if any.
  package var link: String?
  /// The pictures, in the order in which they are shown.
  package var media: [PostPicture]

  /// Makes a content.
  package init(text: String, link: String? = nil, media: [PostPicture] = []) {
    self.text = text
    self.link = link
    self.media = media
  }
}

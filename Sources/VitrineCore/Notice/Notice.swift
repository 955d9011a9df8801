/// One thing that one person is told, as codes and arguments until the person's language is known.
package struct Notice: Hashable, Sendable {
  /// What it is about.
  package struct Subject: Hashable, Sendable {
    /// `broadcast`, `post`, `submission`, `calendar`, `page`, `connection`, `freeze`, `grant` or `user`.
    package let type: String
    /// Its id.
    package let id: String

    /// Makes a subject.
    package init(type: String, id: String) {
      self.type = type
      self.id = id
    }
  }

  /// Free words of a person, such as why something was rejected.
  package struct Words: Hashable, Sendable {
    /// Who wrote them: they go when that person is erased.
    package let author: UserID
    /// What was written.
    package let body: String

    /// Takes words.
    package init(author: UserID, body: String) {
      self.author = author
      self.body = body
    }
  }

  /// Its id, `n_…`: the same for the same person, event and instant, whoever works it out.
  package let id: NoticeID
  /// Who is told.
  package let person: UserID
  /// What happened.
  package let event: NoticeEvent
  /// What makes it one event: a person has at most one notice of a key.
  package let key: String
  /// What it is about.
  package let subject: Subject
  /// The broadcast that it belongs to.
  package let broadcast: BroadcastID?
  /// The store, where it is about one.
  package let store: StoreCode?
  /// What happened, in a sentence.
  package let headline: Message
  /// Why.
  package let reason: Message?
  /// What to do.
  package let fix: Message?
  /// What a person wrote to it.
  package let words: Words?
  /// When it happened.
  package let time: Timestamp

  /// Makes a notice.
  package init(
    to person: UserID, _ event: NoticeEvent, key: String, about subject: Subject,
    broadcast: BroadcastID? = nil, store: StoreCode? = nil, _ headline: Message,
    reason: Message? = nil, fix: Message? = nil, words: Words? = nil, at time: Timestamp
  ) {
    self.init(
      id: Self.id(person, key, time), person: person, event: event, key: key, subject: subject,
      broadcast: broadcast, store: store, headline: headline, reason: reason, fix: fix,
      words: words, time: time)
  }

  /// Takes a stored notice.
  package init(
    id: NoticeID, person: UserID, event: NoticeEvent, key: String, subject: Subject,
    broadcast: BroadcastID?, store: StoreCode?, headline: Message, reason: Message?,
    fix: Message?, words: Words?, time: Timestamp
  ) {
    self.id = id
    self.person = person
    self.event = event
    self.key = key
    self.subject = subject
    self.broadcast = broadcast
    self.store = store
    self.headline = headline
    self.reason = reason
    self.fix = fix
    self.words = words
    self.time = time
  }

  /// No random bytes: what happened says which notice it is, so that writing it twice writes one.
  private static func id(_ person: UserID, _ key: String, _ time: Timestamp) -> NoticeID {
    let parts: JSON = [
      .string(person.rawValue), .string(key), .integer(time.milliseconds),
    ]
    return NoticeID("n_" + Hash(of: parts.bytes).hex.prefix(20))
  }

  /// What is told in one line where a person has many: notices of one cause.
  ///
  /// A dead sign-in holds 1,212 pages; that is one line in the inbox, and one message to a phone.
  package var bundle: String {
    let cause = event.isAboutPage ? reason?.code ?? "" : ""
    return "\(event.rawValue)|\(broadcast?.rawValue ?? "")|\(cause)"
  }
}

/// Texts of notices, one by one and many at once.
extension Notice {
  /// The whole sentence: what happened, and why.
  package func text(in language: Language) -> String {
    Self.join(headline, reason, words, language)
  }

  /// One sentence for several notices of a bundle; of one it is its own.
  ///
  /// Reasons differ in the network's words only, so the newest stands for all.
  package static func text(of bundle: [Notice], in language: Language) -> String {
    guard let first = bundle.first else { return "" }
    guard bundle.count > 1 else { return first.text(in: language) }
    return join(
      first.many(bundle.count), first.event.isAboutPage ? first.reason : nil, nil, language)
  }

  /// The headline of so many of a bundle.
  private func many(_ count: Int) -> Message {
    guard broadcast != nil, event.isAboutPage, let title = headline.arguments.first else {
      return Message(code: "notice.\(event.rawValue).some", arguments: [String(count)])
    }
    return Message(code: "notice.\(event.rawValue).many", arguments: [title, String(count)])
  }

  private static func join(
    _ headline: Message, _ reason: Message?, _ words: Words?, _ language: Language
  ) -> String {
    var text = headline.text(in: language)
    if let reason {
      text = Message("notice.because", text, reason.text(in: language)).text(in: language)
    }
    if let words { text = Message("notice.words", text, words.body).text(in: language) }
    return text
  }
}

import Foundation
import VitrineContent
import VitrineCore
import VitrineService
import VitrineStorage

extension PostAdapt {
  /// What a person answered at the terminal or in the editor.
  struct Answered {
    var values: [String: String]
    var pictures: [GivenPicture]
    /// Whether the post is to be handed over at once.
    var isSent: Bool
  }

  /// Asks what options did not say; nothing where there is nobody to ask, or nothing to ask.
  ///
  /// Asked for one store only: what stands in the posts of several is a matter for files and options.
  /// With options that say all that must be said, a command does what it says, on a terminal too.
  func ask(
    _ live: Live, _ source: MessageSource?, given: [String: String], pictures: [GivenPicture]
  ) async throws -> Answered? {
    guard let source else { return nil }
    guard options.selector == nil, !global.yes else {
      if editor { throw Fault(.usage, Message("posts.editorAlone"), subject: "--editor") }
      return nil
    }
    let missing = source.fields.contains { field in
      field.isRequired && field.kind != .image && given[field.name] == nil
        && field.standard?.isEmpty != false
    }
    guard editor || (!live.console.isJSON && (given.isEmpty || missing)) else { return nil }
    let canAsk = live.console.canAsk
    // A script that gave some answers reads which of them are missing, as findings.
    guard editor || canAsk || (missing && given.isEmpty) else { return nil }
    let rehearsal = try await rehearsal(source, live, pictures)
    var plan = plan(rehearsal, given: given, live)
    if !pictures.isEmpty { plan.photo = .none }
    if editor {
      let answers = try live.console.editAnswers(plan, photo: rehearsal.check)
      return try answered(answers, isSent: false, rehearsal)
    }
    let ports = InterviewPorts(
      lengths: rehearsal.lengths, photo: rehearsal.check, review: rehearsal.review)
    let (answers, isSent) = try live.console.interview(plan, ports)
    return try answered(answers, isSent: isSent, rehearsal)
  }

  private func answered(
    _ answers: TemplateAnswers, isSent: Bool, _ rehearsal: PostRehearsal
  ) throws -> Answered {
    let pictures = try answers.photo.map { photo in
      GivenPicture(
        bytes: try rehearsal.picture(photo.path).bytes,
        name: URL(filePath: photo.path).lastPathComponent, alt: photo.alt,
        declaration: photo.declaration, field: photo.field)
    }
    return Answered(
      values: answers.values, pictures: pictures.map { [$0] } ?? [], isSent: isSent)
  }

  private func rehearsal(
    _ source: MessageSource, _ live: Live, _ named: [GivenPicture]
  ) async throws -> PostRehearsal {
    let stores = try await live.ask(ReadLibraryStores())
    guard case .store(let code) = try await options.targets(live),
      let item = stores.first(where: { $0.store.code == code })
    else {
      throw Fault(
        .notFound, Message("stores.unknown", TerminalText.excerpt(options.store ?? "")),
        subject: "--store")
    }
    let now = live.desk.time.now()
    let release = try TypedValues.release(options.at)?.instant(in: item.store.timeZone)
    let invocation = live.console.invocation
    return PostRehearsal(
      source: source, store: item.store, networks: try chosen(source, item, live),
      limits: live.desk.rules.limits, media: try await live.desk.content.mediaLimits(),
      book: try await live.desk.content.ruleBook(),
      day: CivilDate(at: release ?? now, zone: item.store.timeZone),
      language: live.console.language,
      notNow: notNow(source, at: release ?? now, live), named: named,
      picture: { try PictureFile.load(invocation.resolve($0).path) })
  }

  /// Why a template cannot be published at a moment: it waits for its season, or that is over.
  private func notNow(_ source: MessageSource, at moment: Timestamp, _ live: Live) -> Message? {
    let today = CivilDate(at: moment, zone: live.configuration.organisation.timeZone)
    let standing = source.validity.standing(now: moment, today: today)
    guard standing != .valid else { return nil }
    let bound = standing == .early ? source.validity.from : source.validity.until
    return Message("library.notNow", source.id, bound?.text ?? "–")
  }

  /// The networks of the post, as the door will choose them.
  private func chosen(
    _ source: MessageSource, _ item: ReadLibraryStores.Item, _ live: Live
  ) throws -> [Network] {
    let asked = try options.networks(live)
    if !asked.isEmpty { return asked }
    if source.networks.isEmpty { return item.networks.isEmpty ? [.facebook] : item.networks }
    let present = source.networks.filter(item.networks.contains)
    return present.isEmpty ? Array(source.networks.prefix(1)) : present
  }

  private func plan(
    _ rehearsal: PostRehearsal, given: [String: String], _ live: Live
  ) -> InterviewPlan {
    InterviewPlan(
      title: rehearsal.source.title, usage: rehearsal.source.usage, store: rehearsal.store.name,
      fields: rehearsal.source.fields, photo: rehearsal.photo, given: given,
      today: CivilDate(at: live.desk.time.now(), zone: rehearsal.store.timeZone),
      home: live.console.invocation.environment["HOME"], language: live.console.language)
  }
}

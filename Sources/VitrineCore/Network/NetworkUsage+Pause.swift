extension NetworkUsage {
  /// Who is to be left alone, and for how many seconds; nil while there is room.
  ///
  /// At the end of a budget every further call lengthens the wait: stop before the network says so. A
  /// page is named by the network's id, the whole app by nothing.
  package var pause: (page: String, seconds: Int)? {
    guard percent >= 95 || regainSeconds > 0 else { return nil }
    let page = if case .page(let id) = scope { id.rawValue } else { "" }
    return (page, max(60, min(regainSeconds, 86_400)))
  }
}

extension NetworkFailure {
  /// Whether the network itself said nothing: no connection, no answer in time, or nothing readable.
  package var isSilence: Bool { kind == .temporary && code == nil && !isLocal }

  /// Who is to be left alone after too many calls, and for how many seconds; nil for other failures.
  package var pause: (page: String?, seconds: Int)? {
    guard kind == .throttled else { return nil }
    let isWide = reach == .app || reach == .user
    return (isWide ? "" : nil, max(1, min(waitSeconds ?? 60, 7 * 86_400)))
  }
}

extension NetworkAnswer {
  /// Whether nothing came that can be read.
  package var isSilence: Bool {
    switch outcome {
    case .refused(let failure), .unknown(let failure): failure.isSilence
    default: false
    }
  }
}

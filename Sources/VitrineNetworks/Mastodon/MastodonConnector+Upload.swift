import VitrineCore

extension MastodonConnector {
  /// How long is waited between two looks at a picture that is being processed, in milliseconds.
  static let lookEvery: Int64 = 500

  /// Uploads a picture with its description, and waits until it can be shown.
  ///
  /// The newer address is asked first; a server that does not know it knows the older one. A picture
  /// that is not ready within the time of a request is refused for now: uploading it again harms nobody.
  func upload(
    _ picture: PostPicture, _ call: NetworkCall, _ session: MastodonSession
  ) async -> NetworkAnswer {
    guard let bytes = call.bytes else {
      let failure = NetworkFailure(kind: .content, detail: "a picture without its bytes")
      return NetworkAnswer(.refused(failure))
    }
    let begun = time.monotonic()
    var answer = await upload(picture, bytes, "/api/v2/media", call, session)
    if case .refused(let failure) = answer.outcome, failure.kind == .missing {
      answer = await upload(picture, bytes, "/api/v1/media", call, session)
    }
    guard case .staged(let id) = answer.outcome else { return answer }
    return await ready(id, call, session, since: begun, usage: answer.usage)
  }

  /// One request; the outcome is `staged` for a picture that is taken and not ready.
  private func upload(
    _ picture: PostPicture, _ bytes: [UInt8], _ target: String, _ call: NetworkCall,
    _ session: MastodonSession
  ) async -> NetworkAnswer {
    var exchange = session.exchange(.post, target)
    exchange.multipart = MultipartEncoding(
      fields: picture.alt.map { [(name: "description", value: $0)] } ?? [],
      file: MultipartEncoding.File(
        name: "file", fileName: "\(picture.digest.prefix(16)).\(picture.type.rawValue)",
        type: picture.type.mediaType, bytes: bytes),
      separator: picture.digest)
    return await answer(exchange, call, session) { body in
      guard let id = body["id"]?.string, MastodonID.isSendable(id) else { return nil }
      return Self.isReady(body) ? .uploaded(RemoteID(id)) : .staged(RemoteID(id))
    }
  }

  private func ready(
    _ id: RemoteID, _ call: NetworkCall, _ session: MastodonSession, since begun: UInt64,
    usage: [NetworkUsage]
  ) async -> NetworkAnswer {
    let patience = UInt64(configuration.timeouts.requestMilliseconds) * 1_000_000
    let notReady = NetworkFailure(kind: .temporary, detail: "the picture is not processed yet")
    while time.monotonic() - begun < patience {
      do {
        try await time.sleep(Self.lookEvery)
      } catch {
        break
      }
      let answer = await answer(session.exchange(.get, "/api/v1/media/\(id)"), call, session) {
        Self.isReady($0) ? .uploaded(id) : .staged(id)
      }
      switch answer.outcome {
      case .uploaded: return answer
      case .staged: continue
      case .unknown: continue
      default: return answer
      }
    }
    return NetworkAnswer(.refused(notReady), usage: usage)
  }

  /// A picture has no address until it is processed.
  private static func isReady(_ body: JSONValue) -> Bool { body["url"]?.string != nil }
}

import VitrineCore

extension Delivery {
  /// The next picture to upload, those that the network may have forgotten included.
  mutating func nextPicture(at now: Timestamp) -> PostPicture? {
    guard !content.media.isEmpty else { return nil }
    if let known = uploads, known.mayBeForgotten(at: now) || known.ids.count > content.media.count {
      uploads = nil
    }
    let done = uploads?.ids.count ?? 0
    return done < content.media.count ? content.media[done] : nil
  }

  /// Takes in the answer to an upload.
  ///
  /// The state stays `ready` through all of them: a picture that no post shows is seen by nobody, so that
  /// an upload of which nobody knows is simply repeated, and the other one is forgotten by the network.
  mutating func takeUpload(
    _ outcome: NetworkAnswer.Outcome, _ setting: Setting
  ) -> [DeliveryEffect] {
    guard state == .ready else { return [] }
    switch outcome {
    case .uploaded(let id):
      var taken = uploads ?? PictureUploads(began: setting.now)
      taken.ids.append(id)
      uploads = taken
      // After a lost draft the pictures are uploaded again, which is no progress: its tries go on counting.
      if !isDoubtful {
        attempts = 0
        lastWait = 0
      }
      notBefore = setting.now
      return []
    case .refused(let failure): return refuse(failure, setting)
    case .unknown(let failure): return retryLater(failure, setting)
    default:
      return stop(
        NetworkFailure(kind: .request, detail: "unexpected answer to an upload"), setting)
    }
  }

  /// Whether a draft may have been refused because the network has forgotten its pictures.
  func mayLackPictures(_ failure: NetworkFailure, _ setting: Setting) -> Bool {
    let pictures: [RemoteID]
    switch setting.step {
    case .stage(_, let ids), .publish(_, let ids, _), .schedule(_, let ids, _, _): pictures = ids
    default: return false
    }
    guard !pictures.isEmpty, let uploads else { return false }
    return [.request, .missing].contains(failure.kind) && uploads.areDoubtful(at: setting.now)
  }
}

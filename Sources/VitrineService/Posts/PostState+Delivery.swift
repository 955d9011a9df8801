import VitrineCore
import VitrineStorage

extension PostState {
  /// The state of a post of a broadcast from that of its delivery.
  init(_ state: DeliveryState) {
    switch state {
    case .ready, .staging, .staged, .replacing: self = .scheduled
    case .releasing: self = .publishing
    case .published, .confirmed, .amending, .removing: self = .published
    case .held: self = .held
    case .refused, .failed: self = .failed
    case .missed: self = .missed
    case .discarding, .cancelled: self = .withdrawn
    case .takenDown: self = .takenDown
    }
  }

  /// The same, of a delivery as it was stored.
  init(of delivery: StoredDelivery) {
    let isUnknown = delivery.state == .removing && delivery.published == nil
    self = isUnknown ? .unknown : Self(delivery.state)
  }

  /// The state of a store's post: what people decided, then what its delivery says.
  ///
  /// Before anything was sent it is scheduled, and can be cancelled; so is what waits for the end of a freeze. A
  /// release that nobody has answered for a quarantine is unknown. What is being deleted is public until it is gone,
  /// or unknown where nobody ever knew.
  init(_ post: StoredPost, at now: Timestamp, quarantine: Int64) {
    guard post.state == .handedOver, let delivery = post.delivery else {
      self = Self(post.state)
      return
    }
    switch delivery.state {
    case .staging, .staged:
      self = delivery.releaseAt > now || delivery.waitsForFreeze ? .scheduled : .publishing
    case .releasing:
      let isUnclear =
        delivery.trouble != nil
        || delivery.unknownSince.map { now.milliseconds(since: $0) >= quarantine } ?? false
      self = isUnclear ? .unknown : .publishing
    case .removing where delivery.published == nil: self = .unknown
    case .discarding where delivery.trouble != nil: self = .missed
    default: self = Self(delivery.state)
    }
  }

  /// The state while people still decide.
  private init(_ state: EditorialState) {
    switch state {
    case .draft: self = .draft
    case .submitted: self = .submitted
    case .approved: self = .approved
    case .rejected: self = .rejected
    case .withdrawn: self = .withdrawn
    case .handedOver: self = .scheduled
    }
  }
}

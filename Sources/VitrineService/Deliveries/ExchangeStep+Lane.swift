import VitrineCore
import VitrinePublishing

extension ExchangeStep {
  /// The kinds of work, in the order in which they are served.
  enum Lane: Hashable {
    /// Unclear releases are read before anything else.
    case reconcile
    /// What was handed to the network with its hour is taken back, where that is further than so many
    /// milliseconds away or does not touch the post.
    case takeBack(patience: Int64)
    /// The same for what a person took down or stopped, whatever it belongs to.
    case takeBackWished
    /// Drafts become public.
    case release
    /// The first pages only.
    case canary
    /// Drafts that were made a while ago are read again, so many of those that are released next.
    case recheck(ahead: Int)
    /// Public posts are read back, or corrected first.
    case confirm
    /// Public posts are read back, and not corrected now.
    case confirmCurrent
    /// Corrections of which nobody knows the end are sent again.
    case amend
    /// Earlier texts are deleted so that the present one can be made.
    case replace
    /// Drafts whose making is not recorded are looked for.
    case recover
    /// Drafts are made.
    case stage
    /// The draft of the page that goes before all others is made.
    case trial
    /// Drafts of cancelled deliveries are deleted.
    case discard
    /// A last look for drafts that lost calls have left.
    case sweep
    /// Posts that a person took down are deleted.
    case remove
    /// Public posts are pinned to the top of their pages.
    case pin
    /// Pins whose time is over are taken off.
    case unpin

    var isRelease: Bool { self == .release || self == .canary }

    var condition: String {
      switch self {
      case .reconcile: "d.state = 'releasing' AND (\(Self.isToBeRead))"
      case .takeBack(let patience):
        """
        d.state = 'releasing' AND d.timer_at > ?2
        AND (d.remote_id IS NULL OR d.timer_at > ?2 + \(patience))
        """
      // From the index of wishes: everything that waits for its hour stands in that of states.
      case .takeBackWished:
        """
        d.state || '' = 'releasing' AND d.timer_at IS NOT NULL
        AND d.wish IN ('cancel', 'takedown', 'hold')
        """
      case .release: "d.state = 'staged'"
      case .recheck(let ahead):
        """
        d.state = 'staged' AND d.remote_id IS NOT NULL AND d.is_doubtful = 0
        AND COALESCE(d.checked_at, d.intended_at) < ?2 - \(Delivery.freshness)
        AND d.post_id IN (SELECT n.post_id FROM delivery n WHERE n.broadcast_id = ?1
          AND n.state = 'staged' ORDER BY n.position LIMIT \(ahead))
        """
      // Where the canaries of an hour are still out, the others of that hour wait for them.
      case .canary:
        """
        d.state = 'staged' AND (d.is_canary = 1 OR d.release_at NOT IN (
          SELECT c.release_at FROM delivery c WHERE c.broadcast_id = ?1 AND c.is_canary = 1))
        """
      case .confirm: "d.state = 'published'"
      case .confirmCurrent:
        "d.state = 'published' AND COALESCE(d.shown_digest, d.digest) = d.digest"
      case .amend: "d.state = 'amending'"
      case .replace: "d.state = 'replacing'"
      // One state a lane: the index then gives the rows in their order, and nothing is sorted.
      case .recover: "d.state = 'staging'"
      // What somebody wants gone is not handed over again.
      case .stage: "d.state = 'ready' AND (d.wish IS NULL OR d.release_at <= ?2)"
      case .trial: "d.state = 'ready' AND d.is_canary = 1"
      case .discard: "d.state = 'discarding'"
      case .sweep:
        "d.state || '' IN (\(Self.sweptStates)) AND d.is_doubtful = 1 AND d.doubt_until <= ?2"
      case .remove: "d.state = 'removing'"
      case .pin: "\(Self.pins) AND d.pin_until > ?2 AND d.pin_after <= ?2"
      case .unpin: "\(Self.unpins) AND d.pin_until <= ?2 AND d.pin_after <= ?2"
      }
    }

    /// What was handed to the network with its hour is left to it until then, unless nobody knows whether it is
    /// there, or it is not what it should be any more.
    private static let isToBeRead = """
      d.timer_at IS NULL OR d.timer_at <= ?2 OR COALESCE(d.remote_id, d.container_id) IS NULL
      OR d.looked_at IS NOT NULL OR d.wish IS NOT NULL OR d.timer_at <> d.release_at
      OR EXISTS (SELECT 1 FROM amended_text a WHERE a.post_id = d.post_id AND a.is_launched = 1)
      """

    /// The settled states in which a draft may have been left behind.
    static let sweptStates = "'confirmed', 'refused', 'cancelled', 'missed', 'takenDown'"

    /// What is to be pinned, in the words of its index.
    static let pins = "d.state = 'confirmed' AND d.pin_state IN ('wanted', 'pinning')"

    /// What is at the top of its page, or may be, in the words of its index.
    static let unpins = """
      d.state = 'confirmed' AND d.pin_state IN ('pinned', 'pinning', 'refused')
      AND (d.pin_state <> 'refused' OR d.pin_attempts > 0)
      """

    /// The column that names the broadcast.
    ///
    /// What is settled is nearly everything in the end: hidden from its index, it is looked for in the
    /// one of the few that are doubtful. Not behind `COALESCE`, as in the condition of the index of lines:
    /// SQLite would compare the two by value, and prepare the statement again for each broadcast that is
    /// asked for.
    private var owner: String {
      switch self {
      case .sweep, .pin, .unpin: "d.broadcast_id || ''"
      default: "d.broadcast_id"
      }
    }

    /// The rows to claim; without those of pages that hang where these are left alone for now.
    func sql(leavingHanging: Bool = false) -> String {
      """
      \(Self.columns)
      WHERE \(owner) = ?1 AND \(condition) AND d.not_before <= ?2
        AND d.release_at <= ?4 AND \(Self.isFree)
        \(leavingHanging ? "AND (d.hung_at IS NULL OR d.state NOT IN ('ready', 'staging'))" : "")
        AND \(Self.hasRoom(priority(isRoutine: false)))
      ORDER BY d.position LIMIT ?3
      """
    }

    /// The delivery with what it takes to call its page.
    static let columns = """
      SELECT d.*, p.remote_id AS remote_page, p.wrapped_key, p.sealed_token, p.key_version,
        p.connection_id, p.connected_at
      FROM delivery d JOIN page p ON p.id = d.page_id
      """

    /// Whether nobody has it in hand at `?2`, its page works, and the network takes calls.
    static let isFree = """
      (d.worker_id IS NULL OR d.lease_until < ?2) AND p.state = 'connected'
      AND NOT EXISTS (SELECT 1 FROM throttle t WHERE t.network = d.network AND t.until > ?2
        AND (t.remote_page = '' OR t.remote_page = p.remote_id))
      """
  }
}

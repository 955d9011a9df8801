extension Fault.Code {
  /// The exit code of a command that ends with this fault.
  ///
  /// The numbers are those of BSD's `sysexits.h` where it has one, so that a script can tell bad
  /// input (65) from "try again" (75) without reading text. A conflict with the state of things is
  /// 65: the same command run again meets the same state.
  package var exitCode: Int32 {
    switch self {
    case .partial: 1
    case .usage: 64
    case .invalid, .conflict: 65
    case .notFound: 66
    case .unavailable: 69
    case .internal, .corrupt: 70
    case .io: 74
    case .stale, .locked, .throttled: 75
    case .denied, .unauthenticated: 77
    case .configuration: 78
    case .interrupted: 130
    }
  }
}

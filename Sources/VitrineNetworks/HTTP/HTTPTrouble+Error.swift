import AsyncHTTPClient
import NIOCore
import NIOPosix

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension HTTPTrouble {
  /// Judges an error of the HTTP client by whether a byte of the request can have left.
  ///
  /// Only errors of the time before a connection stands are `notSent`; all others, also those not
  /// known here, are `lost`. The words are ours, since the client's may quote the address.
  init(_ error: any Error) {
    switch error {
    case let error as HTTPClientError: self.init(client: error)
    case is NIOConnectionError: self = .notSent("no connection")
    case let error as IOError where error.errnoCode == ECONNREFUSED:
      self = .notSent("connection refused")
    case is IOError: self = .lost("the connection broke")
    case is CancellationError: self = .lost("cancelled")
    default: self = .lost("no readable answer (\(type(of: error)))")
    }
  }

  private init(client error: HTTPClientError) {
    switch error {
    case .connectTimeout: self = .notSent("no connection in time")
    case .tlsHandshakeTimeout: self = .notSent("no TLS handshake in time")
    case .getConnectionFromPoolTimeout: self = .notSent("all connections busy")
    case .alreadyShutdown: self = .notSent("the connector is shut down")
    case .deadlineExceeded, .readTimeout, .writeTimeout: self = .lost("no answer in time")
    case .remoteConnectionClosed: self = .lost("the connection was closed")
    case .cancelled: self = .lost("cancelled")
    default: self = .lost("no readable answer")
    }
  }
}

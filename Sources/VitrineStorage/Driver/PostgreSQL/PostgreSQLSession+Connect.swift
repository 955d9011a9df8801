import VitrineCore

extension PostgreSQLSession {
  /// Connects; `unavailable` when no server answers, `configuration` when the URL cannot be read.
  ///
  /// Neither the URL nor libpq's remark about it is repeated: it can hold a password.
  static func connect(_ url: String, options: DatabaseOptions) throws -> PostgreSQLSession {
    let library = try Libpq.shared()
    try check(url, library)
    // What stands before `dbname` is a default that the URL overrides; what stands behind, decides.
    // The keepalives notice a server host that is gone within about a minute.
    let parameters = [
      ("connect_timeout", "10"), ("fallback_application_name", "vitrine"),
      ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
      ("dbname", url), ("client_encoding", "UTF8"),
    ]
    let handle = parameters.map(\.0).withCStrings { keywords in
      parameters.map(\.1).withCStrings { values in library.connect(keywords, values, 1) }
    }
    let isGood = library.status(handle) == 0
    let text = library.errorMessage(handle).map { String(cString: $0) } ?? ""
    let session = PostgreSQLSession(library, handle)
    guard isGood else {
      throw PostgreSQLFailure(state: "", text: text.trimmedLine, isBroken: true).fault()
    }
    // libpq would print notices to stderr.
    _ = library.setNoticeProcessor(handle, { _, _ in }, nil)
    do {
      // The server, too, notices a host that is gone, and then frees its leases.
      try session.run(
        """
        SET lock_timeout = \(options.busyMilliseconds); SET tcp_keepalives_idle = 30;
        SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3
        """)
      try session.requireServer(library.serverVersion(handle))
    } catch let failure as PostgreSQLFailure {
      throw failure.fault()
    }
    return session
  }

  private static func check(_ url: String, _ library: Libpq) throws {
    var message: UnsafeMutablePointer<CChar>?
    let parsed = library.parse(url, &message)
    defer {
      library.freeMemory(message)
      library.freeParsed(parsed)
    }
    guard parsed != nil, !url.utf8.contains(0) else {
      throw Fault(
        .configuration, Message("storage.location"), hint: Message("storage.location.hint"))
    }
  }

  /// Refuses servers before 13, the oldest that the tests' SQL is written for, and databases whose
  /// encoding cannot hold all text.
  private func requireServer(_ version: Int32) throws {
    let encoding = try query("SELECT current_setting('server_encoding') AS encoding", []).rows()
    guard version >= 130_000, try encoding.first?.text("encoding") == "UTF8" else {
      throw Fault(
        .configuration, Message("storage.server"), hint: Message("storage.server.hint"))
    }
  }
}

extension [String] {
  /// Calls a body with the strings as a C array that ends with a null pointer.
  fileprivate func withCStrings<Value>(_ body: (Libpq.Strings?) -> Value) -> Value {
    var bytes: [CChar] = []
    let offsets = map { string in
      defer { bytes.append(contentsOf: string.utf8CString) }
      return bytes.count
    }
    return bytes.withUnsafeBufferPointer { buffer in
      body(offsets.map { buffer.baseAddress?.advanced(by: $0) } + [nil])
    }
  }
}

extension String {
  /// libpq's text in one line, as a message shows it.
  fileprivate var trimmedLine: String {
    split(whereSeparator: \.isNewline).map { $0.drop { $0.isWhitespace } }.joined(separator: "; ")
  }
}

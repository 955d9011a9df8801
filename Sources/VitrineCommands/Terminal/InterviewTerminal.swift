/// The edge where an interview meets a person: bytes in, text out.
protocol InterviewTerminal: AnyObject {
  /// The next bytes; an empty list when none came in so many milliseconds, nothing at the end.
  func read(withinMilliseconds limit: Int32?) -> [UInt8]?
  /// Shows a text as it is.
  func write(_ text: String)
  /// The columns of the terminal.
  var columns: Int { get }
  /// Its rows.
  var rows: Int { get }
}

/// Leads an interview over a terminal, to its end.
enum InterviewRun {
  /// How long an escape may be followed by the rest of its sequence: a person's second key is slower
  /// than that, a serial line is faster.
  static let escapeMilliseconds: Int32 = 50

  /// Key by key, with the lengths counted while the person types.
  static func live(
    _ plan: InterviewPlan, _ ports: InterviewPorts, on terminal: any InterviewTerminal,
    hasColor: Bool
  ) -> Interview.Outcome {
    var interview = Interview(plan, ports, mode: .live, columns: terminal.columns)
    var painter = LivePainter(hasColor: hasColor)
    var reader = KeyReader()
    while true {
      interview.columns = max(20, terminal.columns)
      let settled = interview.takeSettled()
      let area = interview.outcome == nil ? interview.area() : nil
      terminal.write(
        painter.frame(settled: settled, area: area, columns: terminal.columns, rows: terminal.rows))
      if let outcome = interview.outcome { return outcome }
      let limit = reader.isWaiting ? escapeMilliseconds : nil
      guard let bytes = terminal.read(withinMilliseconds: limit) else { return .stopped }
      if bytes.isEmpty { reader.settle() }
      for key in reader.keys(bytes) { interview.handle(key) }
    }
  }

  /// Line by line, on a terminal that cannot move its cursor.
  static func plain(
    _ plan: InterviewPlan, _ ports: InterviewPorts, on terminal: any InterviewTerminal
  ) -> Interview.Outcome {
    var interview = Interview(plan, ports, mode: .plain, columns: terminal.columns)
    var lines = LineReader()
    while true {
      interview.columns = max(20, terminal.columns)
      var shown = interview.takeSettled()
      if interview.outcome == nil { shown += interview.refusalLines + interview.questionLines }
      for line in shown { terminal.write(line.output(hasColor: false) + "\n") }
      if let outcome = interview.outcome { return outcome }
      terminal.write(Interview.prompt)
      guard let line = lines.next(from: terminal) else { return .stopped }
      // Through the editor, so that a paste loses what nobody sees, as it does key by key.
      interview.submit(LineEditor(line).text)
    }
  }
}

/// Lines out of pieces of bytes.
private struct LineReader {
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// The next line without its end; nothing when there are no more.
  mutating func next(from terminal: any InterviewTerminal) -> String? {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      searched = buffer.count
      guard !isAtEnd, buffer.count <= LineEditor.longest,
        let bytes = terminal.read(withinMilliseconds: nil)
      else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : String(decoding: buffer, as: UTF8.self)
      }
      buffer += bytes
    }
  }
}

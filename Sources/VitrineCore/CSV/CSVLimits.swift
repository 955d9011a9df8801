/// How large a CSV file may be before it is refused unread.
package struct CSVLimits: Sendable {
  /// The bytes of the file.
  package var bytes: Int
  /// The rows below the header.
  package var rows: Int
  /// The bytes of one cell.
  package var cellBytes: Int

  /// Makes limits; 64 MiB, 200,000 rows and 64 KiB a cell unless said otherwise.
  package init(bytes: Int = 64 << 20, rows: Int = 200_000, cellBytes: Int = 64 << 10) {
    self.bytes = bytes
    self.rows = rows
    self.cellBytes = cellBytes
  }

  /// The limits of every import.
  package static let standard = CSVLimits()
}

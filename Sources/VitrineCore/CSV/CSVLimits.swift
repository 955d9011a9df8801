/// How large a CSV file may be before it is refused unread.
package struct CSVLimits: Sendable {
  /// The bytes of the file.
  package var bytes: Int
  /// The rows below the header.
  package var rows: Int
  /// The bytes of one cell.
  package var cellBytes: Int
  /// The cells of one row.
  package var columns: Int
  /// The cells of all rows together, which bounds the memory that a file of commas can take.
  package var cells: Int

  /// Makes limits; 64 MiB, 200,000 rows and 64 KiB a cell unless said otherwise.
  package init(
    bytes: Int = 64 << 20, rows: Int = 200_000, cellBytes: Int = 64 << 10, columns: Int = 1000,
    cells: Int = 4_000_000
  ) {
    self.bytes = bytes
    self.rows = rows
    self.cellBytes = cellBytes
    self.columns = columns
    self.cells = cells
  }

  /// The limits of every import.
  package static let standard = CSVLimits()
}

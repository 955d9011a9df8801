extension Timestamp {
  /// The same time of day so many months later (or earlier), in UTC.
  ///
  /// A day that the month does not have becomes its last one: a month after 31 January is the end of
  /// February. Terms of the law count in months, not in days.
  package func advanced(byMonths months: Int) -> Timestamp {
    let day = CivilDate(daysSince1970: Int(milliseconds / 86_400_000))
    let (count, overflow) = (day.year * 12 + day.month - 1).addingReportingOverflow(months)
    guard !overflow else { return months > 0 ? .latest : Timestamp(clamping: 0) }
    guard count >= 1970 * 12 else { return Timestamp(clamping: 0) }
    guard count / 12 <= 9999 else { return .latest }
    for candidate in stride(from: day.day, through: day.day - 3, by: -1) {
      guard let date = CivilDate(year: count / 12, month: count % 12 + 1, day: candidate) else {
        continue
      }
      return Timestamp(
        clamping: Int64(date.daysSince1970) * 86_400_000 + milliseconds % 86_400_000)
    }
    return self
  }
}

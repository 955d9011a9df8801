/// Insights: small figures for the metrics that still exist, an error for the retired ones.
extension World {
  /// Page metrics alive in November 2026; `page_impressions*` and `page_fans*` ended a year earlier.
  private static let pageMetrics: Set<String> = [
    "page_media_view", "page_total_media_view_unique", "page_follows",
    "page_daily_follows_unique", "page_post_engagements", "page_views_total",
    "page_total_actions",
  ]

  private static let postMetrics: Set<String> = [
    "post_media_view", "post_total_media_view_unique", "post_clicks", "post_clicks_by_type",
    "post_reactions_by_type_total", "post_video_views",
  ]

  mutating func insights(
    page: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    try demandToken(of: page, caller)
    let period = call.parameters["period"] ?? "day"
    let follows = pages[page].followers
    return try insights(
      call, known: Self.pageMetrics, object: pages[page].id, period: period, at: now
    ) { $0 == "page_follows" ? follows : follows / 40 }
  }

  mutating func insights(
    post: Int, _ call: GraphCall, as caller: Caller, at now: Instant
  ) throws(GraphError) -> GraphAnswer {
    try demandToken(of: posts[post].page, caller)
    let views = posts[post].state == .published ? pages[posts[post].page].followers / 12 : 0
    return try insights(
      call, known: Self.postMetrics, object: id(of: posts[post]), period: "lifetime", at: now
    ) { $0.hasPrefix("post_media") || $0.hasPrefix("post_total") ? views : 0 }
  }

  private func insights(
    _ call: GraphCall, known: Set<String>, object: String, period: String, at now: Instant,
    figure: (String) -> Int
  ) throws(GraphError) -> GraphAnswer {
    let metrics = call.parameters.list("metric") ?? []
    guard !metrics.isEmpty else { throw .noMetric }
    guard metrics.allSatisfy(known.contains) else { throw .unknownMetric }
    guard ["day", "week", "days_28", "lifetime"].contains(period) else {
      throw .invalidParameter("param period does not know \(period).")
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.beginArray()
    for metric in metrics {
      writer.beginObject()
      writer.key("name")
      writer.string(metric)
      writer.key("period")
      writer.string(period)
      writer.key("values")
      writer.beginArray()
      writer.beginObject()
      writer.key("value")
      if metric.hasSuffix("_by_type") || metric.hasSuffix("_by_type_total") {
        writer.beginObject()
        writer.endObject()
      } else {
        writer.number(figure(metric))
      }
      if period != "lifetime" {
        writer.key("end_time")
        writer.string(now.graphText)
      }
      writer.endObject()
      writer.endArray()
      writer.key("title")
      writer.string(metric)
      writer.key("description")
      writer.string("A figure of the sandbox")
      writer.key("id")
      writer.string("\(object)/insights/\(metric)/\(period)")
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return GraphAnswer(writer)
  }
}

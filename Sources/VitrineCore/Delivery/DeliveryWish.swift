/// What a person, or the end of a freeze, wants of a delivery whose last call nobody knows the answer of
/// yet.
///
/// Where nothing is under way the wish is carried out at once and is not kept.
package enum DeliveryWish: String, CaseIterable, Codable, Sendable {
  /// Not to be public: what has not been released by then never is.
  case cancel
  /// Not to be public any more: what turns out to be public is deleted.
  case takedown
  /// To wait for a person: its hour came while its store was frozen, and it is not public.
  case hold
}

/// How the entropy of what is drawn under a policy was found.
public enum EntropyMethod: Hashable, Sendable {
  /// All passwords were counted: the bits are exact.
  case counted
  /// The bits are proved lower bounds.
  case bounded
  /// The bits rest on the share of so many random draws that complied. They are lower bounds with a
  /// confidence of ``confidence``, and differ a little each time.
  case estimated(draws: Int)
  /// Nothing is known of the bits.
  case notCounted

  /// The chance that an estimate is a lower bound.
  public static var confidence: Double { 1 - 1e-6 }

  /// A stable name: `counted`, `bounded`, `estimated` or `notCounted`.
  public var name: String {
    switch self {
    case .counted: "counted"
    case .bounded: "bounded"
    case .estimated: "estimated"
    case .notCounted: "notCounted"
    }
  }
}

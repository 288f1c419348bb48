/// How the entropy of passwords drawn under a policy was found.
@nonexhaustive
public enum EntropyMethod: Hashable, Sendable {
  /// All passwords were counted: the bits are exact.
  case counted
  /// The bits are proven lower bounds.
  case bounded
  /// The bits rest on the share of a number of random draws that complied. They are lower bounds
  /// with a confidence of ``confidence``, and differ slightly each time.
  case estimated(draws: Int)
  /// Nothing is known about the bits.
  case notCounted

  /// The probability that an estimate is a lower bound.
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

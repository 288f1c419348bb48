/// Everything that the rules of a policy lose in a conversion, in the order in which it was found.
public struct LossReport: Hashable, Sendable {
  /// The losses, each once.
  public private(set) var losses: [Loss] = []

  /// Makes an empty report.
  public init() {}

  /// Whether nothing is lost.
  public var isEmpty: Bool { losses.isEmpty }

  /// Adds a loss unless the report contains it.
  public mutating func add(_ loss: Loss) {
    if !losses.contains(loss) { losses.append(loss) }
  }

  mutating func add(_ path: String, _ effect: Loss.Effect, _ reason: String) {
    add(Loss(path: path, effect: effect, reason: reason))
  }
}

extension LossReport: CustomStringConvertible {
  /// One loss per line.
  public var description: String { losses.map(\.description).joined(separator: "\n") }
}

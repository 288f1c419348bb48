/// What the records of a run tell of its passwords: the entropy of what is drawn, in bits.
package struct Figures: Sendable {
  private let entropyBits: Double
  private let minEntropyBits: Double
  /// Whether the bits are the entropy itself and not lower bounds of it.
  private let isExact: Bool

  package init(entropyBits: Double, minEntropyBits: Double, isExact: Bool) {
    self.entropyBits = entropyBits
    self.minEntropyBits = minEntropyBits
    self.isExact = isExact
  }

  /// The names of ``csvFields``.
  static let csvColumns = "entropyBits,minEntropyBits,isExact"

  var csvFields: String { "\(entropyBits),\(minEntropyBits),\(isExact)" }

  /// `Double.description` is the shortest text that reads back as the same number, and valid JSON.
  var jsonMembers: String {
    """
    "entropyBits":\(entropyBits),"minEntropyBits":\(minEntropyBits),"isExact":\(isExact)
    """
  }
}

import Passwright

/// What the records of a run say about its passwords: the entropy of what is drawn, in bits.
package struct Figures: Sendable {
  private let entropyBits: Double
  private let minEntropyBits: Double
  /// Whether the bits are the entropy itself and not lower bounds of it.
  private let isExact: Bool
  /// Whether anything is known about the bits.
  private let isKnown: Bool

  package init(
    entropyBits: Double, minEntropyBits: Double, isExact: Bool, isKnown: Bool = true
  ) {
    self.isKnown = isKnown
    self.entropyBits = entropyBits
    self.minEntropyBits = minEntropyBits
    self.isExact = isExact
  }

  /// The names of ``csvFields``.
  static let csvColumns = "entropyBits,minEntropyBits,isExact"

  /// Bits that are not known are left empty.
  var csvFields: String {
    isKnown ? "\(entropyBits),\(minEntropyBits),\(isExact)" : ",,\(isExact)"
  }

  /// `Double.description` is the shortest text that reads back as the same number, and valid JSON.
  var jsonMembers: String {
    let (bits, minBits) = isKnown ? ("\(entropyBits)", "\(minEntropyBits)") : ("null", "null")
    return "\"entropyBits\":\(bits),\"minEntropyBits\":\(minBits),\"isExact\":\(isExact)"
  }
}

extension CompliantRecipe {
  /// ``figures()``, with the errors of the command.
  func reportedFigures() throws(CommandFailure) -> ComplianceFigures {
    do {
      return try figures()
    } catch {
      throw .drawing(error, name: StandardOutput.name)
    }
  }
}

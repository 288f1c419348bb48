import Passwright

extension CompliantRecipe {
  /// The chance that an attempt meets the rules that are retried, estimated where it is not known;
  /// `nil` when there are none.
  func retriedChance() throws(CommandFailure) -> ComplianceChance? {
    guard !retriedRules.isEmpty else { return nil }
    if let attemptChance { return attemptChance }
    do {
      return try estimatedChance()
    } catch {
      throw .drawing(error, name: StandardOutput.name)
    }
  }
}

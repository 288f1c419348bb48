import PasswordGeneration
import PasswordPolicy

extension CompliantRecipe {
  /// The number of attempts after which an estimate ends when none complied.
  private static let hopelessAttempts = 500

  /// Estimates the chance that one attempt meets the ``retriedRules``, from its own draws; 1 when
  /// there are none.
  ///
  /// Ends after 500 attempts when none complied: more of them would hardly ever show a chance above
  /// the 0.026 that the bound needs.
  ///
  /// - Parameter draws: the number of attempts, 1 or more. With 10,000, one estimate in a million
  ///   is too high by 0.026 or more.
  /// - Returns: the estimate.
  /// - Throws: `DrawingError.generator`.
  /// - Complexity: O(`draws`) checks; 10,000 take a few milliseconds under common policies.
  public func estimatedChance(draws: Int = 10_000) throws(DrawingError) -> ComplianceChance {
    precondition(draws > 0, "estimatedChance: no draws")
    var generator = try CompliantGenerator(self)
    var attempts = 0
    var compliant = 0
    do throws(GeneratorError) {
      var buffer = try PasswordBuffer(recipe: recipe)
      while attempts < draws {
        if compliant == 0, attempts >= Self.hopelessAttempts { break }
        let wanted = compliant == 0 ? Self.hopelessAttempts : draws
        try generator.drawAttempts(&buffer, count: min(draws, wanted) - attempts)
        _ = buffer.filter(terminator: Self.terminator) { block, line in
          switch outcome(of: block.extracting(line)) {
          case .complies:
            attempts += 1
            compliant += 1
          case .refused: attempts += 1
          case .notCounted: break
          }
          return false
        }
      }
    } catch {
      throw .generator(error)
    }
    return ComplianceChance(compliant: compliant, of: attempts)
  }
}

import Passwright
import Platform

/// How many retries are enough for a number of passwords.
struct RetryAdvice {
  /// The accepted chance of running out of retries for any of the passwords.
  private static let acceptedChance = 0.001

  /// The number; `nil` where none is known to be enough.
  let retries: Int?

  /// Finds the number.
  ///
  /// - Parameters:
  ///   - recipe: what is drawn.
  ///   - retries: the number that was not enough.
  ///   - count: how many passwords are still to be drawn.
  init(_ recipe: CompliantRecipe, retries: Int, count: Int) {
    guard let figures = try? recipe.figures() else {
      self.retries = nil
      return
    }
    let success =
      (figures.chance?.lowerBound ?? 1) * (1 - Self.chanceOfReuse(recipe, figures.entropy))
    guard success > 0 else {
      self.retries = nil
      return
    }
    // Of `count` passwords, each fails n attempts with the chance (1 - success)^n.
    var attempts = 1
    var failure = 1 - success
    let limit = ComplianceOptions.retryRange.upperBound
    while failure * Double(max(1, count)) > Self.acceptedChance, attempts <= limit {
      failure *= 1 - success
      attempts += 1
    }
    self.retries = attempts > limit ? nil : max(attempts - 1, min(limit, 2 * retries + 1))
  }

  /// The largest chance that a draw is one of the values that the policy compares with.
  private static func chanceOfReuse(
    _ recipe: CompliantRecipe, _ entropy: Entropy
  ) -> Double {
    guard let last = recipe.policy.definition.reuse?.last else { return 0 }
    return min(1, Double(last) * Platform.exp2(-entropy.minEntropyBits))
  }
}

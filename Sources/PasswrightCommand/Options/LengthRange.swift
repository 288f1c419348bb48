import ArgumentParserWithoutFoundation

/// The value of `--length`: `N` or `N-M`.
struct LengthRange: Equatable {
  let min: Int
  let max: Int?

  init(min: Int, max: Int?) {
    self.min = min
    self.max = max
  }

  /// Reads a length or a range of them.
  ///
  /// Whether it can be met is for the recipe to say.
  init(argument: String) throws {
    let parts = argument.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let min = parts.first.flatMap(Self.number) else { throw Self.malformed }
    self.min = min
    guard parts.count == 2 else {
      self.max = nil
      return
    }
    guard let max = Self.number(parts[1]) else { throw Self.malformed }
    // To the engine, as to Passwordstate, a maximum length of 0 means the minimum length.
    guard max > 0 else { throw ValidationError("the maximum length must be 1 or more") }
    self.max = max
  }

  private static func number(_ text: Substring) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  private static let malformed = ValidationError(
    "write one number, such as 20, or a minimum and a maximum, such as 16-24")
}

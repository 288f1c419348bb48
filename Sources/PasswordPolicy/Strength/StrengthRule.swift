/// How strength is measured, and how strong a password must be.
///
/// The formula is that of the strength meter of ASP.NET AJAX. It does not measure how hard a
/// password is to guess.
public struct StrengthRule: Hashable, Sendable {
  /// The length that earns the whole weight of length; 0 or less stands for 10.
  public var preferredLength = 10
  /// The weights of length, digits, letter case and symbols: 4 numbers that total 100.
  public var weights = [50, 15, 15, 20]
  /// The number of digits that earns the weight of digits; with 0 length earns it.
  public var minNumeric = 0
  /// The number of symbols that earns the weight of symbols; with 0 length earns it.
  public var minSymbol = 0
  /// With ``requireUpperAndLower``, the number of lowercase letters that earns the weight of letter
  /// case.
  public var minLower = 0
  /// With ``requireUpperAndLower``, the number of uppercase letters that earns the weight of letter
  /// case.
  public var minUpper = 0
  /// Whether letters earn the weight of letter case; otherwise length does.
  public var requireUpperAndLower = false
  /// The level to reach.
  public var compliance: Strength.Level?
  /// Whether a password below ``compliance`` breaks the policy; otherwise it is only reported.
  public var mandatory = false

  /// Makes a rule with the weights 50, 15, 15 and 20 that requires nothing.
  public init() {}

  /// The length in use: ``preferredLength``, or 10.
  package var length: Int { preferredLength > 0 ? preferredLength : 10 }
}

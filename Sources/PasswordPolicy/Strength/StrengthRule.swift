/// How strength is measured, and how strong a password must be.
///
/// The formula is that of the strength meter of ASP.NET AJAX. It is no measure of how hard a
/// password is to guess.
public struct StrengthRule: Hashable, Sendable {
  /// The length that earns the whole weight of length; 10 stands for 0 and less.
  public var preferredLength = 10
  /// What length, digits, letter case and symbols are worth: 4 numbers that total 100.
  public var weights = [50, 15, 15, 20]
  /// How many digits earn the weight of digits; 0: it is earned by length.
  public var minNumeric = 0
  /// How many symbols earn the weight of symbols; 0: it is earned by length.
  public var minSymbol = 0
  /// With ``requireUpperAndLower``, how many lower-case letters earn the weight of letter case.
  public var minLower = 0
  /// With ``requireUpperAndLower``, how many upper-case letters earn the weight of letter case.
  public var minUpper = 0
  /// Whether the weight of letter case is earned by letters; otherwise by length.
  public var requireUpperAndLower = false
  /// The level to reach.
  public var compliance: Strength.Level?
  /// Whether a password below ``compliance`` breaks the policy; otherwise that is only reported.
  public var mandatory = false

  /// Makes a rule with the weights 50, 15, 15 and 20 that demands nothing.
  public init() {}

  /// The length in use: ``preferredLength``, or 10.
  package var length: Int { preferredLength > 0 ? preferredLength : 10 }
}

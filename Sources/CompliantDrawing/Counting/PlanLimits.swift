/// How large what is made of a recipe and a policy may become, and when which way of drawing is
/// taken.
///
/// Within the usual limits counting, and making ready to draw, take some 1.3 s and 48 MiB at most
/// (128 characters under bounds on six sets, with runs and sequences, which does not fit and is
/// tried four times), and for common policies some milliseconds and less than one MiB.
package struct PlanLimits: Sendable {
  /// The most edges of an automaton: 16 bytes each.
  package var edges = 1_000_000
  /// The most additions of 64-bit words to count its paths, of which a number has one for each 64
  /// bits of entropy.
  package var additions = 256_000_000
  /// The most bytes of the counts of classes of characters.
  package var bytes = 32 << 20
  /// The most states that an automaton may have by the numbers it counts to, where counting classes
  /// of characters says as much.
  package var countStates = 20_000
  /// The most draws that are listed one by one, where counting leaves something open.
  package var listedDraws = 1 << 16
  /// The most thresholds to draw by: 4 bytes each.
  package var thresholds = 4_000_000
  /// Where at least this share of the recipe's draws comply, they are drawn until one does.
  ///
  /// A draw of 16 characters in bulk and its check take some 30 ns, and a walk through an automaton
  /// 200 to 400 ns: four draws in the mean cost less than one walk.
  package var leastAcceptance = 0.25
  /// How many binary digits of a choice are compared at once, up to 32: few make ties frequent.
  package var digits = 32

  /// The usual limits.
  package init() {}
}

/// Limits on the size of what is made for a recipe and a policy, and thresholds for choosing a
/// drawing strategy.
///
/// Within the usual limits, counting and preparing to draw take at most about 1.3 s and 48 MiB (128
/// characters under bounds on six sets, with runs and sequences, which does not fit and is tried
/// four times), and for common policies a few milliseconds or less and less than one MiB.
package struct PlanLimits: Sendable {
  /// The maximum number of edges of an automaton, of 16 bytes each.
  package var edges = 1_000_000
  /// The maximum number of additions of 64-bit words to count its paths; a number has one word for
  /// each 64 bits of entropy.
  package var additions = 256_000_000
  /// The maximum size in bytes of the counts of classes of characters.
  package var bytes = 32 << 20
  /// The maximum number of states that an automaton's counters may take where counting classes of
  /// characters gives the same answer.
  package var countStates = 20_000
  /// The maximum number of draws that are listed one by one, where counting leaves something open.
  package var listedDraws = 1 << 16
  /// The maximum number of thresholds to draw by, of 4 bytes each.
  package var thresholds = 4_000_000
  /// The minimum share of the recipe's draws that must comply for drawing until one does.
  ///
  /// A draw of 16 characters in bulk and its check take about 30 ns, and a walk through an
  /// automaton 200 to 400 ns: four draws on average cost less than one walk.
  package var minimumAcceptance = 0.25
  /// The number of binary digits of a choice that are compared at once, up to 32: few digits make
  /// ties frequent.
  package var digits = 32

  /// The usual limits.
  package init() {}
}

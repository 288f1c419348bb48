/// How large what is made of a recipe and a policy may become, and when which way of drawing is
/// taken.
///
/// Counting and drawing together take less than a second and 32 MiB within the usual limits, and
/// for common policies some milliseconds.
package struct PlanLimits: Sendable {
  /// The most edges of an automaton: 16 bytes each.
  package var edges = 1_000_000
  /// The most additions of large numbers to count its paths.
  package var additions = 16_000_000
  /// The most thresholds to draw by: 4 bytes each.
  package var thresholds = 4_000_000
  /// Where at least this share of the recipe's draws comply, they are drawn until one does.
  ///
  /// A draw of 20 characters in bulk and its check take some 60 ns and a walk through an automaton
  /// 200 to 400 ns: two draws in the mean cost less than one walk.
  package var leastAcceptance = 0.5
  /// How many binary digits of a choice are compared at once, up to 32: few make ties frequent.
  package var digits = 32

  /// The usual limits.
  package init() {}
}

import CompliantDrawing

extension PlanLimits {
  /// The usual limits, but that no draws are listed: what is not counted stays so in small recipes.
  static var unlisted: PlanLimits {
    var limits = PlanLimits()
    limits.listedDraws = 0
    return limits
  }
}

internal import PasswordPolicy
internal import TextTools

extension SailPointFormat {
  /// Writes every key that can correspond to a rule of the policy, off or on; keys that only
  /// SailPoint has are left out.
  static func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    let requirements = CharacterRequirements(policy)
    var members: [(String, JSON)] = []
    if let name = policy.name { members.append(("name", .string(name))) }
    members += [
      ("minLength", .integer(policy.length.min ?? 0)),
      ("maxLength", .integer(policy.length.max ?? 0)),
    ]
    for (key, group) in minimumKeys {
      members.append((key, .integer(requirements.bounds(group).min ?? 0)))
    }
    members += [
      ("minCharacterTypes", .integer(policy.minCharacterTypes.flatMap { $0 > 0 ? $0 : nil } ?? -1)),
      ("maxRepeatedChars", .integer(policy.maxRepeatedRun ?? -1)),
    ]
    let text = JSON.object(members.map { JSON.Member($0, $1) }).indentedText
    return (text, losses(policy, requirements))
  }

  private static func losses(
    _ policy: Policy, _ requirements: CharacterRequirements
  ) -> LossReport {
    var losses = LossReport()
    if policy.length.max == 0 {
      losses.add("$.length.max", .dropped, "SailPoint takes a maximum length of 0 as no limit")
    }
    losses.addSets(requirements, unknownTo: "SailPoint")
    losses.addGreatest(requirements, unknownTo: "SailPoint")
    addAllowed(policy, requirements, losses: &losses)
    losses.addSymbolSet(policy, requirements, unknownTo: "SailPoint")
    losses.addDropped(
      policy, unknownTo: "SailPoint's policy", except: [.minCharacterTypes, .maxRepeatedRun])
    return losses
  }

  private static func addAllowed(
    _ policy: Policy, _ requirements: CharacterRequirements, losses: inout LossReport
  ) {
    let path = policy.allowed == nil ? requirements.forbiddenPaths.first : nil
    let characters = requirements.permitted
    let refused = characters.map { $0.subtracting(permitted) }
    if policy.allowed == nil {
      losses.add(
        "$.allowed", .strengthened, "SailPoint takes no colon and nothing outside printable ASCII")
    } else if let refused, !refused.isEmpty {
      losses.add("$.allowed", .strengthened, "SailPoint does not take \(refused.text.quoted)")
    }
    if let characters {
      let added = permitted.subtracting(characters)
      if !added.isEmpty {
        losses.add(path ?? "$.allowed", .weakened, "SailPoint cannot refuse \(added.text.quoted)")
      }
    }
  }
}

internal import PasswordPolicy
internal import TextTools

extension EntrustFormat {
  /// Writes every key that can correspond to a rule of the policy, off or on; keys that only
  /// Entrust has are left out.
  static func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    var losses = LossReport()
    let requirements = CharacterRequirements(policy)
    let (minLength, maxLength) = lengths(policy, losses: &losses)
    let types = policy.minCharacterTypes ?? 0
    let requiresAll = types > 0 && types == requirements.types.count
    let isComplex = !requiresAll && types == typesOfComplexity
    var members: [(String, JSON)] = [
      ("minimumLength", .integer(minLength)), ("maximumLength", .integer(maxLength)),
    ]
    var room = maxLength
    for kind in kinds {
      members += self.members(
        kind, requirements, requiresAll: requiresAll, room: &room, losses: &losses)
    }
    members += [
      // No password that Entrust accepts has a run longer than the maximum length.
      ("maximumRepeated", .integer(policy.maxRepeatedRun.map { min($0, maximum) } ?? 0)),
      ("passwordHistorySize", .integer(historySize(policy, losses: &losses))),
      ("adComplexity", .boolean(isComplex)),
    ]
    if isComplex {
      losses.add(
        "$.minCharacterTypes", .strengthened,
        "Active Directory's rule, which expresses it, also refuses the names of the account")
    } else if types > 0 && !requiresAll {
      losses.add("$.minCharacterTypes", .dropped, "Entrust can require 3 of 4 kinds, or each one")
    }
    if policy.maxRepeatedRun != nil { losses.add("$.maxRepeatedRun", .strengthened, runDoubt) }
    addUnknown(policy, requirements, losses: &losses)
    let text = JSON.object(members.map { JSON.Member($0, $1) }).indentedText
    return (text, losses)
  }

  private static func lengths(
    _ policy: Policy, losses: inout LossReport
  ) -> (min: Int, max: Int) {
    let (least, greatest) = (policy.length.min ?? 0, policy.length.max)
    if least > maximum {
      losses.add("$.length.min", .weakened, "Entrust takes at most \(maximum) characters")
    }
    if greatest.map({ $0 > maximum }) ?? true {
      losses.add("$.length.max", .strengthened, "Entrust takes at most \(maximum) characters")
    }
    if greatest == 0 {
      losses.add("$.length.max", .dropped, "Entrust takes a maximum length of 0 as no limit")
    }
    let longest = greatest == 0 ? maximum : min(greatest ?? maximum, maximum)
    return (min(least, maximum), longest)
  }

  private static func historySize(_ policy: Policy, losses: inout LossReport) -> Int {
    let last = policy.reuse?.last ?? 0
    if last > maximum {
      losses.add("$.reuse.last", .weakened, "Entrust keeps at most \(maximum) passwords")
    }
    return min(last, maximum)
  }

  private static func members(
    _ kind: Kind, _ requirements: CharacterRequirements, requiresAll: Bool, room: inout Int,
    losses: inout LossReport
  ) -> [(String, JSON)] {
    let all = Scalars.printable.of(kind.group)
    let permitted = requirements.permitted?.intersection(all) ?? all
    let isType = requirements.types.contains { $0.group == kind.group }
    let wanted = max(requirements.bounds(kind.group).min ?? 0, requiresAll && isType ? 1 : 0)
    let least = min(wanted, room)
    room -= least
    if least < wanted {
      losses.add(
        "$.characters.\(kind.group.rawValue).min", .weakened,
        "Entrust takes at most \(maximum) characters, of which \(least) are left for these")
    }
    let inclusion: Inclusion =
      permitted.isEmpty ? .notAllowed : least > 0 ? .required : .allowed
    let refused = all.subtracting(permitted)
    if !permitted.isEmpty && !refused.isEmpty {
      losses.add("$.allowed", .weakened, "Entrust cannot refuse single characters of a kind")
    }
    return [
      (kind.inclusion, .string(inclusion.rawValue)),
      (kind.number, .integer(inclusion == .required ? least : 0)),
    ]
  }

  private static func addUnknown(
    _ policy: Policy, _ requirements: CharacterRequirements, losses: inout LossReport
  ) {
    losses.addLetters(requirements, unknownTo: "Entrust")
    losses.addSets(requirements, unknownTo: "Entrust")
    losses.addGreatest(requirements, unknownTo: "Entrust")
    losses.addSymbolSet(policy, requirements, unknownTo: "Entrust")
    losses.addDropped(
      policy, unknownTo: "Entrust", except: [.minCharacterTypes, .maxRepeatedRun, .reuse])
  }
}

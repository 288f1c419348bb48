internal import CharacterSets
public import PasswordPolicy

extension AppleRules {
  /// The rules as a policy, without loss.
  ///
  /// A required class that is a kind of characters becomes a rule of that kind, and a group of
  /// classes one of `Policy.sets`; groups that together mean “3 of 4 kinds” become that rule.
  public var policy: Policy {
    var policy = Policy()
    policy.length = Bounds(min: minLength, max: maxLength)
    policy.maxRepeatedRun = maxConsecutive
    let permitted = permitted.scalars
    policy.allowed = permitted?.text
    for characters in required {
      if let scalars = characters.scalars {
        policy.require(scalars, min: 1, permitted: permitted)
      } else {
        policy.require(.all, min: 1)
      }
    }
    if let permitted { policy.recognizeCharacterTypes(permitted: permitted) }
    return policy
  }
}

extension CharacterUnion {
  /// Every character of Unicode.
  fileprivate static let all = CharacterUnion(
    groups: [.digits, .symbols, .letters], characters: "")
}

extension AppleRules.Characters {
  /// The characters; `nil` for all of Unicode.
  fileprivate var scalars: Scalars? {
    guard case .ascii(let set) = self else { return nil }
    return Scalars(set.map { Unicode.Scalar($0) })
  }
}

// MARK: - From a policy

extension AppleRules {
  /// Makes the rules of a policy, as far as the format can express them.
  ///
  /// “3 of 4 kinds” becomes the groups of classes that mean the same.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - losses: the report to add what cannot be expressed to.
  public init(_ policy: Policy, losses: inout LossReport) {
    self.init()
    minLength = policy.length.min.flatMap { $0 > 0 ? $0 : nil }
    maxLength = policy.length.max.flatMap { $0 > 0 ? $0 : nil }
    if policy.length.max == 0 {
      losses.add("$.length.max", .dropped, "the format takes a maximum length of 0 as no limit")
    }
    maxConsecutive = policy.maxRepeatedRun
    let requirements = CharacterRequirements(policy)
    let permitted = Self.permitted(policy, requirements, losses: &losses)
    require(requirements, permitted: permitted, losses: &losses)
    let types = policy.minCharacterTypes ?? 0
    let sets = requirements.setsForTypes(types).map { $0.ascii.intersection(.printable) }
    if sets.allSatisfy({ !$0.isEmpty }) {
      for set in sets { require(.ascii(set)) }
    }
    if types > 0 && (sets.isEmpty || sets.contains { $0.isEmpty }) {
      losses.add("$.minCharacterTypes", .dropped, "fewer kinds than that are allowed")
    }
    allow(permitted)
    if permitted == .unicode && (types > 0 || requirements.counts.contains(where: \.namesASCII)) {
      losses.add(
        "$.characters", .strengthened, "only letters, digits and symbols of ASCII count as such")
    }
    losses.addGreatest(requirements, unknownTo: "the format")
    losses.addDropped(
      policy, unknownTo: "the format", except: [.minCharacterTypes, .maxRepeatedRun])
  }

  private static func permitted(
    _ policy: Policy, _ requirements: CharacterRequirements, losses: inout LossReport
  ) -> Characters {
    guard let permitted = requirements.permitted else { return .unicode }
    let printable = permitted.ascii.intersection(.printable)
    if printable.isEmpty {
      losses.add(
        "$.allowed", .dropped, "the format allows characters of ASCII only, and none is left")
      return .unicode
    }
    if policy.allowed == nil {
      for path in requirements.forbiddenPaths {
        losses.add(
          path, .strengthened,
          "where some are forbidden, the format allows characters of ASCII only")
      }
    } else if !permitted.isSubset(of: .printable) {
      losses.add(
        "$.allowed", .strengthened, "the format allows printable characters of ASCII only, or all")
    }
    return .ascii(printable)
  }

  private mutating func require(
    _ requirements: CharacterRequirements, permitted: Characters, losses: inout LossReport
  ) {
    for requirement in requirements.counts {
      guard let min = requirement.bounds.min, min > 0 else { continue }
      // Several letters, which the rules on those of each case imply.
      if min > 1 && requirements.isImplied(requirement) { continue }
      let path = "\(requirement.path).min"
      if requirement.isOfAll && permitted == .unicode {
        require(.unicode)
      } else {
        var set = requirement.characters.ascii.intersection(.printable)
        if case .ascii(let permitted) = permitted { set.formIntersection(permitted) }
        guard !set.isEmpty else {
          losses.add(path, .dropped, "the format allows none of these characters")
          continue
        }
        require(.ascii(set))
      }
      if min > 1 {
        losses.add(path, .weakened, "the format asks for one character of a set, not for \(min)")
      }
    }
  }

  private mutating func require(_ characters: Characters) {
    if !required.contains(characters) { required.append(characters) }
  }

  /// Allows characters that are permitted and not required.
  private mutating func allow(_ characters: Characters) {
    guard characters != permitted else { return }
    guard case .ascii(let set) = characters else {
      allowed = .unicode
      return
    }
    let required = required.reduce(ASCIISet()) { union, characters in
      if case .ascii(let set) = characters { union.union(set) } else { union }
    }
    let rest = set.subtracting(required)
    if !rest.isEmpty { allowed = .ascii(rest) }
  }
}

extension Requirement {
  /// Whether it names kinds of characters, of which the format only has those of ASCII.
  fileprivate var namesASCII: Bool { namesKinds && !isOfAll && bounds.min ?? 0 > 0 }
}

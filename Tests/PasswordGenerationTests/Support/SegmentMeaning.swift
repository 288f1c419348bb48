import PasswordGeneration

/// What a character recipe means, written from the meaning of its options alone: which characters
/// each position can hold and with which probability, before `requireEach`.
///
/// Nothing here calls the engine: it only reads the properties of the recipe.
struct SegmentMeaning {
  typealias Choice = (code: UInt8, probability: Double)

  let recipe: CharacterRecipe
  /// The characters of every class, enabled or not.
  private let sets: [CharacterClass: Set<UInt8>]
  /// The enabled classes that hold each code, one bit a class.
  private let classBits: [UInt8]
  /// The positions of the pattern; `nil` without a pattern.
  private let pattern: [[Choice]]?
  private let anyEnabled: [Choice]

  init(_ recipe: CharacterRecipe) {
    self.recipe = recipe
    let sets = Self.sets(of: recipe)
    let enabled = Self.enabledClasses(of: recipe)
    self.sets = sets
    classBits = (0...255).map { code in
      enabled.reduce(0) { bits, name in
        sets[name, default: []].contains(code) ? bits | Self.bit(name) : bits
      }
    }
    anyEnabled = Self.weighted(enabled: enabled, sets: sets, hasRatio: recipe.higherAlphaRatio)
    if let text = recipe.pattern, !text.isEmpty {
      pattern = Self.positions(of: text, sets: sets, anyEnabled: anyEnabled)
    } else {
      pattern = nil
    }
  }

  static func bit(_ name: CharacterClass) -> UInt8 {
    1 << UInt8(CharacterClass.allCases.firstIndex(of: name) ?? 7)
  }

  // MARK: Sets

  private static func enabledClasses(of recipe: CharacterRecipe) -> [CharacterClass] {
    [
      (CharacterClass.lowercase, recipe.lowercase), (.uppercase, recipe.uppercase),
      (.digits, recipe.digits), (.symbols, recipe.symbols), (.brackets, recipe.brackets),
    ].filter(\.1).map(\.0)
  }

  private static func sets(of recipe: CharacterRecipe) -> [CharacterClass: Set<UInt8>] {
    func text(_ chosen: String?, default text: String) -> String {
      chosen.map { $0.isEmpty ? text : $0 } ?? text
    }
    let lookAlike = Set(recipe.includesAmbiguous ? "".utf8 : "Il1O0".utf8)
    let excluded = Set(recipe.excluded.utf8)
    return [
      .lowercase: Set("abcdefghijklmnopqrstuvwxyz".utf8).subtracting(lookAlike),
      .uppercase: Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8).subtracting(lookAlike),
      .digits: Set("0123456789".utf8).subtracting(lookAlike),
      .symbols: Set(text(recipe.symbolSet, default: "!#$%^&*+/=_-").utf8),
      .brackets: Set(text(recipe.bracketSet, default: "[](){}<>").utf8),
    ].mapValues { $0.subtracting(excluded) }
  }

  /// The characters of a class after exclusions, whether or not it is enabled.
  func characters(of name: CharacterClass) -> Set<UInt8> { sets[name, default: []] }

  // MARK: Positions

  private static func uniform(_ codes: Set<UInt8>) -> [Choice] {
    codes.sorted().map { ($0, 1 / Double(codes.count)) }
  }

  /// Any enabled character.
  ///
  /// With the ratio, the characters that are in no enabled class of letters
  /// or digits share 1/7, unless their share is that small without it.
  private static func weighted(
    enabled: [CharacterClass], sets: [CharacterClass: Set<UInt8>], hasRatio: Bool
  ) -> [Choice] {
    var alphanumerics: Set<UInt8> = []
    var all: Set<UInt8> = []
    for name in enabled {
      all.formUnion(sets[name, default: []])
      if name != .symbols && name != .brackets {
        alphanumerics.formUnion(sets[name, default: []])
      }
    }
    let specials = all.subtracting(alphanumerics)
    let share = Double(specials.count) / Double(max(1, all.count))
    guard hasRatio, !alphanumerics.isEmpty, share > 1.0 / 7 else { return uniform(all) }
    return all.sorted().map { code in
      specials.contains(code)
        ? (code, 1.0 / 7 / Double(specials.count))
        : (code, 6.0 / 7 / Double(alphanumerics.count))
    }
  }

  private static func positions(
    of pattern: String, sets: [CharacterClass: Set<UInt8>], anyEnabled: [Choice]
  ) -> [[Choice]] {
    var result: [[Choice]] = []
    var codes = Array(pattern.utf8)[...]
    while let code = codes.popFirst() {
      switch Unicode.Scalar(code) {
      case "l": result.append(uniform(sets[.lowercase, default: []]))
      case "u": result.append(uniform(sets[.uppercase, default: []]))
      case "n": result.append(uniform(sets[.digits, default: []]))
      case "s": result.append(uniform(sets[.symbols, default: []]))
      case "b": result.append(uniform(sets[.brackets, default: []]))
      case "a": result.append(anyEnabled)
      case "\\": result.append(codes.popFirst().map { [($0, 1)] } ?? [])
      default: result.append([(code, 1)])
      }
    }
    return result
  }

  /// The possible lengths.
  var lengths: ClosedRange<Int> {
    if let pattern { return pattern.count...pattern.count }
    let longest = recipe.maxLength ?? 0
    return recipe.minLength...(longest == 0 ? recipe.minLength : longest)
  }

  /// What each position of a segment of this length can hold.
  func positions(length: Int) -> [[Choice]] {
    pattern ?? Array(repeating: anyEnabled, count: length)
  }

  // MARK: Requiring each class

  /// The enabled classes of a character, one bit each.
  func classes(of code: UInt8) -> UInt8 { classBits[Int(code)] }

  /// The classes of which each must occur, one bit each.
  var required: UInt8 {
    guard recipe.requireEach else { return 0 }
    return Self.enabledClasses(of: recipe).reduce(0) { $0 | Self.bit($1) }
  }

  /// The probability that independent draws of all positions meet `requireEach`.
  func acceptance(length: Int) -> Double {
    // The probability of each set of classes seen so far.
    var seen: [UInt8: Double] = [0: 1]
    for choices in positions(length: length) {
      var next: [UInt8: Double] = [:]
      for (bits, probability) in seen {
        for choice in choices {
          next[bits | classes(of: choice.code), default: 0] += probability * choice.probability
        }
      }
      seen = next
    }
    return seen.filter { $0.key & required == required }.values.reduce(0, +)
  }

  /// Every segment with its probability.
  ///
  /// Given the length, it is that of independent draws among
  /// those that meet `requireEach`; the length is uniform. `nil` when a length has none.
  func distribution() -> [(segment: [UInt8], probability: Double)]? {
    var result: [(segment: [UInt8], probability: Double)] = []
    for length in lengths {
      let candidates = draws(length: length)
      let total = candidates.reduce(0) { $0 + $1.probability }
      guard total > 0 else { return nil }
      let scale = 1 / total / Double(lengths.count)
      result += candidates.map { ($0.segment, $0.probability * scale) }
    }
    return result
  }

  /// All draws of a length that meet `requireEach`, with the probability before that condition.
  private func draws(length: Int) -> [(segment: [UInt8], probability: Double)] {
    var partial: [(segment: [UInt8], probability: Double)] = [([], 1)]
    for choices in positions(length: length) {
      partial = partial.flatMap { draw in
        choices.map { (draw.segment + [$0.code], draw.probability * $0.probability) }
      }
    }
    return partial.filter { draw in
      draw.segment.reduce(0) { $0 | classes(of: $1) } & required == required
    }
  }
}

import CharacterSets
import PasswordGeneration
import PasswordPolicy
import Wordlists

/// Alternatives of one step of a password that no rule distinguishes: characters of one class, or
/// words.
struct Atom: Sendable {
  /// The class of the characters; `nil` for words and separators.
  let characterClass: Int?
  /// The group of the words; `nil` for characters and separators.
  var wordGroup: Int?
  /// The number of alternatives, and the weight of each.
  let alternatives: Int
  let weight: Int
  /// What each alternative adds to the counters.
  let additions: [Addition]
  let canBeFirst: Bool
  let canBeLast: Bool
  let place: SequencePlace

  struct Addition: Hashable {
    let counter: Int
    let count: Int
  }
}

/// The steps in which a password of a recipe is drawn: the characters of the segment, then words
/// and separators, whatever their order in the password.
struct AutomatonSteps: Sendable {
  /// The possible atoms of each kind of step; steps with the same atoms share one kind.
  let kinds: [[Atom]]
  /// The kind of each position of the segment; a single one if all positions share it.
  private let segmentKinds: [Int]
  /// The kinds of the steps after the segment: those of the words, then those of the separators.
  let fixedKinds: [Int]
  /// The groups of words that the rules do not distinguish, by their indices in the list.
  let wordGroups: [[Int]]
  /// The lengths of the segment; 0 without one.
  let lengths: ClosedRange<Int>
  /// The first of the kinds that contain words or separators, which come last.
  var firstWordKind: Int { kinds.count - fixedKinds.count }
  /// Whether all positions of the segment share one kind.
  var isUniform: Bool { segmentKinds.count <= 1 }

  func kind(ofPosition position: Int) -> Int {
    isUniform ? segmentKinds[0] : segmentKinds[position]
  }

  /// - Returns: `nil` for words with characters outside ASCII.
  init?(_ recipe: CompiledRecipe, _ partition: CharacterPartition, _ rules: AutomatonRules) {
    var kinds: [[Atom]] = []
    var segmentKinds: [Int] = []
    if let plan = recipe.segment {
      // Words before the segment begin the password, words after it end it.
      let opens = recipe.phrase.map { $0.placement != .prefix } ?? true
      let closes = recipe.phrase.map { $0.placement != .append } ?? true
      kinds = plan.alphabets.indices.map {
        Self.atoms(ofAlphabet: $0, partition, opens: opens, closes: closes)
      }
      switch plan.shape {
      case .uniform: segmentKinds = [0]
      case .pattern(let slots):
        var literalKinds: [UInt8: Int] = [:]
        for slot in slots {
          switch slot {
          case .alphabet(let index): segmentKinds.append(index)
          case .literal(let code, _):
            if literalKinds[code] == nil {
              literalKinds[code] = kinds.count
              kinds.append(Self.atoms(ofLiteral: code, partition, opens: opens, closes: closes))
            }
            segmentKinds.append(literalKinds[code] ?? 0)
          }
        }
      }
    }
    var fixedKinds: [Int] = []
    var wordGroups: [[Int]] = []
    if let phrase = recipe.phrase {
      guard let words = WordGroups(phrase, rules) else { return nil }
      for step in words.steps(phrase, hasSegment: recipe.segment != nil, rules) {
        fixedKinds.append(kinds.count)
        kinds.append(step)
      }
      wordGroups = words.groups.map(\.words)
      guard wordGroups.count <= Int(UInt16.max) else { return nil }
    }
    self.kinds = kinds
    self.segmentKinds = segmentKinds
    self.fixedKinds = fixedKinds
    self.wordGroups = wordGroups
    lengths = recipe.segment?.lengths ?? 0...0
  }

  private static func atoms(
    ofAlphabet alphabet: Int, _ partition: CharacterPartition, opens: Bool, closes: Bool
  ) -> [Atom] {
    partition.classes.indices.compactMap { index in
      let weight = partition.classes[index].weights[alphabet]
      return weight == 0
        ? nil : atom(index, weight: weight, partition, opens: opens, closes: closes)
    }
  }

  private static func atoms(
    ofLiteral code: UInt8, _ partition: CharacterPartition, opens: Bool, closes: Bool
  ) -> [Atom] {
    partition.index(of: code).map {
      [atom($0, weight: 1, partition, opens: opens, closes: closes)]
    } ?? []
  }

  private static func atom(
    _ index: Int, weight: Int, _ partition: CharacterPartition, opens: Bool, closes: Bool
  ) -> Atom {
    let members = partition.classes[index]
    return Atom(
      characterClass: index, alternatives: members.codes.count, weight: weight,
      additions: members.counters.map { Atom.Addition(counter: $0, count: 1) },
      canBeFirst: !opens || members.canBeFirst, canBeLast: !closes || members.canBeLast,
      place: members.place)
  }
}

/// The words of a phrase, grouped so that the rules do not distinguish words of a group.
private struct WordGroups {
  struct Traits: Hashable {
    var additions: [Atom.Addition]
    var canBeFirst: Bool
    var canBeLast: Bool
  }

  private(set) var groups: [(traits: Traits, words: [Int])] = []

  /// - Returns: `nil` for words with characters outside ASCII.
  init?(_ phrase: PhrasePlan, _ rules: AutomatonRules) {
    var indices: [Traits: Int] = [:]
    for index in 0..<phrase.words.count {
      let word = phrase.words[index]
      guard word.allSatisfy({ $0 < 128 }) else { return nil }
      guard let traits = Self.traits(word, rules) else { continue }
      if indices[traits] == nil {
        indices[traits] = groups.count
        groups.append((traits, []))
      }
      groups[indices[traits] ?? 0].words.append(index)
    }
  }

  /// Returns what matters of a text to the rules; `nil` when it contains a character that is not
  /// allowed.
  private static func traits(_ text: ArraySlice<UInt8>, _ rules: AutomatonRules) -> Traits? {
    guard text.allSatisfy({ rules.allowed.contains($0) }) else { return nil }
    let additions = rules.counters.indices.compactMap { index -> Atom.Addition? in
      let counter = rules.counters[index]
      guard counter.countsWords else { return nil }
      let count = text.count { counter.characters.contains($0) }
      return count == 0 ? nil : Atom.Addition(counter: index, count: count)
    }
    return Traits(
      additions: additions,
      canBeFirst: text.first.map { rules.first?.contains($0) ?? true } ?? true,
      canBeLast: text.last.map { rules.last?.contains($0) ?? true } ?? true)
  }

  /// Returns the steps of words and separators, in any order.
  func steps(_ phrase: PhrasePlan, hasSegment: Bool, _ rules: AutomatonRules) -> [[Atom]] {
    let opens = !hasSegment || phrase.placement == .prefix
    let closes = !hasSegment || phrase.placement == .append
    var steps = (0..<phrase.wordCount).map { index in
      groups.indices.compactMap { group -> Atom? in
        let (traits, words) = groups[group]
        if opens && index == 0 && !traits.canBeFirst { return nil }
        if closes && index == phrase.wordCount - 1 && !traits.canBeLast { return nil }
        return Self.atom(traits, count: words.count, group: group)
      }
    }
    guard let separator = phrase.separator else { return steps }
    let joints = hasSegment ? (phrase.placement == .insert ? 2 : 1) : 0
    let step = Self.traits([separator], rules).map { [Self.atom($0, count: 1)] } ?? []
    steps += Array(repeating: step, count: phrase.wordCount - 1 + joints)
    return steps
  }

  private static func atom(_ traits: Traits, count: Int, group: Int? = nil) -> Atom {
    Atom(
      characterClass: nil, wordGroup: group, alternatives: count, weight: 1,
      additions: traits.additions,
      canBeFirst: true, canBeLast: true, place: .none)
  }
}

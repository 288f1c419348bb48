import CharacterSets
import PasswordGeneration
import PasswordPolicy
import TextAutomata

/// The rules of a policy and a recipe in the form in which an automaton over characters enforces
/// them.
struct AutomatonRules: Sendable {
  /// Kinds of rules that are checked afterwards when an automaton would grow too large: those that
  /// take many states and that passwords rarely break.
  struct Omissions: OptionSet {
    let rawValue: Int
    static let sequences = Self(rawValue: 1)
    static let texts = Self(rawValue: 2)
    static let runs = Self(rawValue: 4)
    /// The omissions to try, in order.
    static let inOrder: [Self] = [[], .sequences, .texts, [.sequences, .texts, .runs]]
  }

  /// The rules that are not enforced.
  private(set) var omitted: [Rule] = []
  private(set) var counters: [Counter] = []
  private(set) var allowed = ASCIISet(0...127)
  /// The characters that a password can begin and end with; `nil` for any.
  private(set) var first: ASCIISet?
  private(set) var last: ASCIISet?
  /// The maximum number of equal characters in a row; `nil` for no limit.
  private(set) var maximumRun: Int?
  /// The maximum length of a sequence; `nil` for no limit.
  private(set) var maximumSequence: Int?
  /// What a password must not equal, contain or match, as far as that is enforced.
  let text: TextAutomaton?
  private let holdsWords: Bool
  /// The minimum and maximum length of a password without words.
  private(set) var minimumLength = 0
  private(set) var maximumLength = Int.max

  private var minimumTypes = 0
  private var typeCounters: [Int] = []
  private var strength: StrengthCondition?

  private let policy: CompiledPolicy
  private let hasPhrase: Bool
  /// The characters that a password can contain, as far as that is known.
  private let characters: ASCIISet

  /// Separates rules that an automaton counts from those that it does not.
  ///
  /// - Parameters:
  ///   - rules: the rules of the policy to enforce.
  ///   - policy: the policy, for its sets and its strength meter.
  ///   - recipe: the recipe; the classes that it requires are enforced too.
  ///   - omitting: kinds of rules not to enforce.
  init(
    _ rules: [Rule], _ policy: CompiledPolicy, _ recipe: CompiledRecipe, omitting: Omissions = []
  ) {
    self.policy = policy
    hasPhrase = recipe.phrase != nil
    characters = hasPhrase ? ASCIISet(0...127) : recipe.alphabet
    let forbidden =
      hasPhrase || omitting.contains(.texts)
      ? nil : ForbiddenText(of: rules, policy, recipe.alphabet)
    text = forbidden?.automaton
    holdsWords = forbidden?.holdsWords ?? false
    for set in recipe.segment?.requiredSets ?? [] {
      count(set, inWords: false) { $0.atLeast(1) }
    }
    for rule in rules { add(rule, recipe, omitting: omitting) }
    let longest = recipe.maximumBytes
    for index in counters.indices { counters[index].settle(longest: longest) }
    if let run = maximumRun, run >= longest { maximumRun = nil }
    if let sequence = maximumSequence, sequence >= longest { maximumSequence = nil }
  }

  private mutating func add(_ rule: Rule, _ recipe: CompiledRecipe, omitting: Omissions) {
    switch rule {
    case .lengthShort(let min):
      if hasPhrase { count(characters) { $0.atLeast(min) } }
      minimumLength = Swift.max(minimumLength, min)
    case .lengthLong(let max):
      if hasPhrase { count(characters) { $0.atMost(max) } }
      maximumLength = Swift.min(maximumLength, max)
    case .few(let group, let min): count(set(of: group)) { $0.atLeast(min) }
    case .many(let group, let max): count(set(of: group)) { $0.atMost(max) }
    case .symbolsFew(_, let min): count(set(of: .symbols)) { $0.atLeast(min) }
    case .symbolsMany(_, let max): count(set(of: .symbols)) { $0.atMost(max) }
    case .setFew(let union, let min): count(set(of: union)) { $0.atLeast(min) }
    case .setMany(let union, let max): count(set(of: union)) { $0.atMost(max) }
    case .disallowed:
      allowed.formIntersection(set { !policy.kinds(ofASCII: $0).contains(.disallowed) })
    case .typesFew(let min):
      minimumTypes = Swift.max(minimumTypes, min)
      typeCounters = CharacterGroup.types.map { count(set(of: $0)) { $0.tellApart(upTo: 1) } }
    case .runLong(let max) where !hasPhrase && !omitting.contains(.runs):
      maximumRun = Swift.min(maximumRun ?? max, max)
    case .sequenceLong(let max) where !hasPhrase && !omitting.contains(.sequences):
      maximumSequence = Swift.min(maximumSequence ?? max, max)
    case .first(let group): first = (first ?? characters).intersection(set(of: group))
    case .last(let group): last = (last ?? characters).intersection(set(of: group))
    case .firstDisallowed:
      first = (first ?? characters).intersection(set { policy.allowsFirst(ascii: $0) })
    case .lastDisallowed:
      last = (last ?? characters).intersection(set { policy.allowsLast(ascii: $0) })
    case .strengthLow(let level):
      strength = policy.definition.strength.map { strength in
        StrengthCondition(strength, level: level, fixedLength: fixedLength(of: recipe)) {
          count($0 ?? characters, upTo: $1)
        }
      }
    case .badWord: if !holdsWords { omitted.append(rule) }
    case .badPattern: if text == nil { omitted.append(rule) }
    case .runLong, .sequenceLong, .contextWord, .encoding, .lengthBytes: omitted.append(rule)
    case .reuse: break
    }
  }

  // MARK: Counters

  /// The maximum number of states that an automaton would have from its counters alone.
  var countStates: Int {
    counters.reduce(1) { states, counter in
      let (product, isTooMuch) = states.multipliedReportingOverflow(by: counter.cap + 1)
      return isTooMuch ? .max : product
    }
  }

  private func set(_ isIncluded: (UInt8) -> Bool) -> ASCIISet {
    ASCIISet((0..<128).filter(isIncluded))
  }

  private func set(of group: CharacterGroup) -> ASCIISet {
    set { policy.kinds(ofASCII: $0).contains(.of(group)) }
  }

  private func set(of union: CharacterUnion) -> ASCIISet {
    set { policy.contains(union, ascii: $0) }
  }

  /// Changes the counter of a set, made when there is none; returns its index.
  @discardableResult
  private mutating func count(
    _ set: ASCIISet, inWords: Bool = true, _ change: (inout Counter) -> Void
  ) -> Int {
    let set = set.intersection(characters)
    let countsWords = hasPhrase && inWords
    let known = counters.firstIndex { $0.characters == set && $0.countsWords == countsWords }
    if known == nil { counters.append(Counter(set, countsWords: countsWords)) }
    let index = known ?? counters.count - 1
    change(&counters[index])
    return index
  }

  /// Distinguishes numbers of characters of a set up to a count; returns the index of its counter.
  private mutating func count(_ set: ASCIISet, upTo count: Int) -> Int {
    self.count(set) { $0.tellApart(upTo: count) }
  }

  /// Returns the length of all passwords, if they have the same one.
  private func fixedLength(of recipe: CompiledRecipe) -> Int? {
    recipe.segment.flatMap { segment in
      hasPhrase || segment.lengths.count > 1 ? nil : segment.lengths.lowerBound
    }
  }

  // MARK: Whole passwords

  /// Whether a password complies whose final counts, each capped, are these, in the order of
  /// ``counters``.
  func areMet(by counts: [Int]) -> Bool {
    zip(counters, counts).allSatisfy { $0.minimum <= $1 }
      && typeCounters.count { counts[$0] > 0 } >= minimumTypes
      && strength?.isMet(by: counts) ?? true
  }
}

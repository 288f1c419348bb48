internal import PasswordPolicy

/// The minimums of a policy for Vault, which adds them up even if their sets overlap, and rejects a
/// policy whose sum exceeds its length.
struct VaultMinimums {
  private struct Minimum {
    var charset: VaultPolicy.Charset
    var path: String
  }

  private let drawn: Scalars
  private let length: Int
  private var minimums: [Minimum] = []

  init(drawn: Scalars, length: Int) {
    self.drawn = drawn
    self.length = length
  }

  /// The sets, in the order in which they were added.
  var charsets: [VaultPolicy.Charset] { minimums.map(\.charset) }

  private var sum: Int { minimums.reduce(0) { $0 + $1.charset.min } }

  /// Adds a minimum, or raises the one of the same set.
  mutating func add(_ characters: Scalars, min: Int, path: String) {
    if let index = minimums.firstIndex(where: { $0.charset.characters == characters }) {
      minimums[index].charset.min = max(minimums[index].charset.min, min)
    } else {
      minimums.append(
        Minimum(charset: VaultPolicy.Charset(characters: characters, min: min), path: path))
    }
  }

  /// Leaves out minimums that others imply, then lowers minimums until their sum fits, starting
  /// with the largest sets: passwords most often meet those anyway.
  mutating func fit(losses: inout LossReport) {
    removeImplied()
    for index in indicesBySize where sum > length {
      let (min, path) = (minimums[index].charset.min, minimums[index].path)
      let fitting = max(0, min - (sum - length))
      minimums[index].charset.min = fitting
      losses.add(
        path, fitting > 0 ? .weakened : .dropped,
        "Vault adds up all minimums, even of sets that overlap, and makes \(length) characters: \(fitting) here, not \(min)"
      )
    }
    minimums.removeAll { $0.charset.min == 0 }
  }

  private var indicesBySize: [Int] {
    minimums.indices.sorted {
      (minimums[$1].charset.characters.count, $0) < (minimums[$0].charset.characters.count, $1)
    }
  }

  private mutating func removeImplied() {
    for index in indicesBySize {
      let charset = minimums[index].charset
      if charset.characters == drawn && charset.min <= length || isImplied(at: index) {
        minimums[index].charset.min = 0
      }
    }
    minimums.removeAll { $0.charset.min == 0 }
  }

  /// Whether other disjoint sets, each a subset of this one, require as many characters.
  private func isImplied(at index: Int) -> Bool {
    let charset = minimums[index].charset
    let parts = minimums.indices.filter {
      $0 != index && minimums[$0].charset.min > 0
        && minimums[$0].charset.characters.isSubset(of: charset.characters)
    }.sorted { minimums[$0].charset.characters.count < minimums[$1].charset.characters.count }
    var covered = Scalars()
    var implied = 0
    for part in parts where covered.isDisjoint(with: minimums[part].charset.characters) {
      covered.formUnion(minimums[part].charset.characters)
      implied += minimums[part].charset.min
    }
    return implied >= charset.min
  }

  /// Adds the rule that there are characters of `count` kinds: a set for each choice of kinds one
  /// of which must occur; where these do not fit, each kind by itself.
  mutating func addTypes(
    _ requirements: CharacterRequirements, _ count: Int, losses: inout LossReport
  ) {
    guard count > 0 else { return }
    let path = "$.minCharacterTypes"
    let choices = requirements.setsForTypes(count).map { $0.intersection(drawn) }
    let kinds = requirements.types.map { $0.characters.intersection(drawn) }
      .filter { !$0.isEmpty }
    if !choices.isEmpty && choices.allSatisfy({ !$0.isEmpty }) && add(choices, path: path) {
      return
    }
    if kinds.count >= count && add(kinds, path: path) {
      losses.add(
        path, .strengthened,
        "\(count) of \(kinds.count) kinds take more minimums than Vault allows here, so each kind is required"
      )
    } else {
      losses.add(path, .dropped, "Vault draws too few kinds or characters here to ask for \(count)")
    }
  }

  /// Adds one character of each set if they fit.
  private mutating func add(_ sets: [Scalars], path: String) -> Bool {
    var extended = self
    for set in sets { extended.add(set, min: 1, path: path) }
    extended.removeImplied()
    guard extended.sum <= length else { return false }
    self = extended
    return true
  }
}

/// The counts from one pass over a password.
struct Tally: Sendable {
  /// The number of scalars; each part that is not UTF-8 counts as one.
  private(set) var length = 0
  private(set) var lowercase = 0
  private(set) var uppercase = 0
  private(set) var letters = 0
  private(set) var digits = 0
  private(set) var symbols = 0
  private(set) var hasDisallowed = false
  private(set) var isValid = true
  private(set) var isASCII = true
  private(set) var longestRun = 0
  private(set) var longestSequence = 0
  private(set) var first: CharacterKinds = []
  private(set) var last: CharacterKinds = []
  private(set) var strength = StrengthCounts()

  private var previous: Unicode.Scalar = "\0"
  private var previousPlace = SequencePlace.none
  private var run = 0
  private var sequences = (0, 0, 0, 0)

  /// Counts the characters of a password.
  ///
  /// - Complexity: O(*n*), where *n* is its length in bytes. Allocates nothing when it is ASCII.
  init(_ password: UnsafeBufferPointer<UInt8>, kinds table: KindTable) {
    var iterator = unsafe password.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch unsafe parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        add(scalar, table[scalar])
      case .error:
        isValid = false
        add("\u{FFFD}", table["\u{FFFD}"])
      case .emptyInput:
        return
      }
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ kinds: CharacterKinds) {
    count(kinds)
    countForStrength(scalar)
    if !scalar.isASCII { isASCII = false }
    run = length > 0 && scalar == previous ? run + 1 : 1
    longestRun = max(longestRun, run)
    let place = SequencePlace(scalar, kinds: kinds)
    let follows = previousPlace.isFollowed(by: place)
    sequences.0 = follows.0 ? sequences.0 + 1 : 1
    sequences.1 = follows.1 ? sequences.1 + 1 : 1
    sequences.2 = follows.2 ? sequences.2 + 1 : 1
    sequences.3 = follows.3 ? sequences.3 + 1 : 1
    longestSequence = max(
      longestSequence, max(sequences.0, sequences.1), max(sequences.2, sequences.3))
    if length == 0 { first = kinds }
    last = kinds
    previous = scalar
    previousPlace = place
    length += 1
  }

  private mutating func count(_ kinds: CharacterKinds) {
    if kinds.contains(.lowercase) { lowercase += 1 }
    if kinds.contains(.uppercase) { uppercase += 1 }
    if kinds.contains(.letter) { letters += 1 }
    if kinds.contains(.digit) { digits += 1 }
    if kinds.contains(.symbol) { symbols += 1 }
    if kinds.contains(.disallowed) { hasDisallowed = true }
  }

  private mutating func countForStrength(_ scalar: Unicode.Scalar) {
    strength.length += scalar.value > 0xFFFF ? 2 : 1
    switch scalar {
    case "0"..."9": strength.digits += 1
    case "a"..."z": strength.lowercase += 1
    case "A"..."Z": strength.uppercase += 1
    case ",", " ": strength.separators += 1
    default: break
    }
  }

  /// Returns the number of characters of a kind.
  func count(_ group: CharacterGroup) -> Int {
    switch group {
    case .lowercase: lowercase
    case .uppercase: uppercase
    case .digits: digits
    case .symbols: symbols
    case .letters: letters
    }
  }

  /// How many of the four kinds occur.
  var types: Int { CharacterGroup.types.count { count($0) > 0 } }
}

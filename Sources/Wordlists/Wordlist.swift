/// A validated list of distinct words, to draw from uniformly.
///
/// ```swift
/// let list = try Wordlist(text: Array("red\ngreen\nblue\n".utf8))
/// list.count  // 3
/// ```
/// The words are spans of one run of bytes; making a list copies no word.
public struct Wordlist: Sendable {
  /// The longest word, in bytes: 255.
  public static let maximumWordBytes = 255
  /// The most words: 1,048,576.
  public static let maximumCount = 1 << 20

  /// The words, one after the other.
  private let text: [UInt8]
  /// Whether the words are those of a message signed with PGP, whose signature is not checked here.
  public let isSigned: Bool

  /// Where word *i* starts in the text and how many bytes it has.
  private let places: [Place]

  private struct Place: Hashable, Sendable {
    let start: UInt32
    let count: UInt32
  }

  /// Reads a list: one word a line, or diceware lines of dice digits, white space and a word
  /// (`11111<tab>word`).
  ///
  /// The dice digits may also be numbers joined by hyphens (`1-6-20`). Lines end in LF or CRLF;
  /// white space around a word, blank lines at the end and a byte order mark are passed over. Of a
  /// list that is signed in the clear with PGP the signed words are read: see ``isSigned``.
  ///
  /// - Parameter text: the bytes of the list.
  /// - Throws: ``WordlistError`` with every ``WordlistProblem``.
  /// - Complexity: O(*n*), *n* the bytes of the text.
  public init(text: [UInt8]) throws(WordlistError) {
    var reader = WordlistReader(text: text)
    let words = reader.read()
    guard reader.problems.isEmpty else { throw WordlistError(problems: reader.problems) }
    self.text = text
    isSigned = reader.isSigned
    self.places = words.map { Place(start: UInt32($0.lowerBound), count: UInt32($0.count)) }
  }

  private init(text: [UInt8], places: [Place], isSigned: Bool = false) {
    self.text = text
    self.isSigned = isSigned
    self.places = places
  }

  /// The number of words.
  public var count: Int { places.count }

  /// The bytes of the word at a position.
  ///
  /// Reads memory at a place that depends on `index`.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    let place = places[index]
    return text[Int(place.start)..<Int(place.start + place.count)]
  }

  /// The words as strings, in the order of the list.
  public var words: [String] { (0..<count).map { String(decoding: self[$0], as: UTF8.self) } }

  /// The number of characters in the word at a position, as `MaxWordLength` counts them: Unicode
  /// scalars.
  public func characterCount(at index: Int) -> Int {
    // Every scalar has one byte that is not a continuation byte (10xxxxxx).
    self[index].count { $0 & 0xC0 != 0x80 }
  }

  /// The words of at most so many characters, in the same order; possibly none.
  ///
  /// - Complexity: O(*n*), *n* the bytes of the list.
  public func words(ofAtMost maximumLength: Int) -> Wordlist {
    Wordlist(
      text: text,
      places: places.indices.filter { characterCount(at: $0) <= maximumLength }.map { places[$0] },
      isSigned: isSigned)
  }
}

extension Wordlist {
  /// Text known to be valid: the bundled lists, whose properties are held by tests.
  init(validated text: [UInt8]) {
    var places: [Place] = []
    var start = 0
    for (position, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
      places.append(Place(start: UInt32(start), count: UInt32(position - start)))
      start = position + 1
    }
    self.init(text: text, places: places)
  }
}

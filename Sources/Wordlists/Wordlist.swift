/// A validated list of distinct words, to draw from uniformly.
///
/// ```swift
/// let list = try Wordlist(text: Array("red\ngreen\nblue\n".utf8))
/// list.count  // 3
/// ```
/// The words are slices of one array of bytes; making a list copies no word.
public struct Wordlist: Sendable {
  /// The maximum length of a word, in bytes: 255.
  public static let maximumWordBytes = 255
  /// The maximum number of words: 1,048,576.
  public static let maximumCount = 1 << 20

  /// The words, one after another.
  private let text: [UInt8]
  /// Whether the words come from a message signed with PGP, whose signature is not verified here.
  public let isSigned: Bool

  /// The start of each word in the text and its number of bytes.
  private let places: [Place]

  private struct Place: Hashable, Sendable {
    let start: UInt32
    let count: UInt32
  }

  /// Reads a list: one word per line, or diceware lines of dice digits, white space and a word
  /// (`11111<tab>word`).
  ///
  /// The dice digits may also be numbers joined by hyphens (`1-6-20`). Lines end in LF or CRLF;
  /// white space around a word, blank lines at the end and a byte order mark are skipped. From a
  /// cleartext-signed PGP message, the signed words are read: see ``isSigned``.
  ///
  /// - Parameter text: the bytes of the list.
  /// - Throws: ``WordlistError`` with every ``WordlistProblem``.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
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

  /// Returns the bytes of the word at an index.
  ///
  /// Accesses memory at a place that depends on `index`.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    let place = places[index]
    return text[Int(place.start)..<Int(place.start + place.count)]
  }

  /// The words as strings, in the order of the list.
  public var words: [String] { (0..<count).map { String(decoding: self[$0], as: UTF8.self) } }

  /// Returns the number of characters of the word at an index, as `MaxWordLength` counts them:
  /// Unicode scalars.
  public func characterCount(at index: Int) -> Int {
    // Each scalar has one byte that is not a continuation byte (10xxxxxx).
    self[index].count { $0 & 0xC0 != 0x80 }
  }

  /// Returns the words of at most a given number of characters, in the same order; possibly none.
  ///
  /// - Complexity: O(*n*), where *n* is the number of bytes of the list.
  public func words(ofAtMost maximumLength: Int) -> Wordlist {
    Wordlist(
      text: text,
      places: places.indices.filter { characterCount(at: $0) <= maximumLength }.map { places[$0] },
      isSigned: isSigned)
  }
}

extension Wordlist {
  /// Makes a list from valid text: the bundled lists, whose validity is tested.
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

internal import TextTools

/// A file of bad words, one per line.
///
/// Lines end in LF or CRLF; a byte order mark and empty lines are skipped. Everything else is part
/// of a word, including blanks. A line that is not UTF-8 is read as ISO 8859-1, in which every byte
/// is a character: lists of leaked passwords mix the two.
struct WordFile {
  /// Lines of one kind: their number, and the first of them.
  struct Lines: Hashable, Sendable {
    private(set) var count = 0
    private(set) var first = 0

    fileprivate mutating func add(_ line: Int) {
      if count == 0 { first = line }
      count += 1
    }
  }

  /// The beginning of a cleartext-signed message (RFC 9580, section 7).
  ///
  /// Its headers and its signature would become words.
  private static let signedMessageStart = Array("-----BEGIN PGP SIGNED MESSAGE-----".utf8)

  /// The name of the file in messages.
  let name: String
  /// The lines that were read as ISO 8859-1.
  private(set) var latin1 = Lines()
  /// The lines that look like digests.
  private(set) var digests = Lines()
  private(set) var problems: [PolicyProblem] = []
  private var unreported = 0

  /// Appends the words of a file to a list, and collects what is wrong with them.
  ///
  /// - Complexity: O(*n*), where *n* is the size of the file in bytes.
  init(_ bytes: [UInt8], name: String, appendingTo words: inout BadWordList) {
    self.name = name
    let lines: TextLines
    do {
      lines = try TextLines(bytes)
    } catch {
      report(1, error.description)
      return
    }
    words.reserve(bytes: bytes.count)
    var count = 0
    for line in lines where !line.range.isEmpty {
      count += 1
      if count == 1, bytes[line.range].elementsEqual(Self.signedMessageStart) {
        report(line.number, "a message signed with PGP; give a file of its words alone")
        return
      }
      append(bytes[line.range], line: line.number, to: &words)
    }
    if count > 0, 2 * digests.count >= count {
      problems = []
      unreported = 0
      report(
        digests.first,
        "\(digests.count) of \(count) lines look like digests: this is a list of digests, not of words, and would refuse no password; name a file of the words themselves"
      )
    }
    if unreported > 0 { problems.append(.more(place: name, count: unreported)) }
  }

  private mutating func report(_ line: Int, _ reason: String) {
    if problems.count < PolicyReader.maximumReported {
      problems.append(.word(file: name, line: line, reason: reason))
    } else {
      unreported += 1
    }
  }

  private mutating func append(
    _ word: ArraySlice<UInt8>, line: Int, to words: inout BadWordList
  ) {
    if DigestText.isDigest(word) { digests.add(line) }
    guard word.count <= BadWordList.maximumWordBytes else {
      return report(line, "a word of more than \(BadWordList.maximumWordBytes) bytes; remove it")
    }
    guard words.hasRoom(forBytes: word.count) else {
      return report(line, "more words than fit in 4 GiB; use fewer")
    }
    guard !word.contains(0) else {
      return report(line, "contains a NUL byte; save the file as text in UTF-8")
    }
    if word.allSatisfy({ $0 < 0x80 }) {
      words.append(fold: word.lazy.map { CaseFolding.fold($0) })
    } else if let text = String(validating: word, as: UTF8.self) {
      words.append(text)
    } else {
      latin1.add(line)
      words.append(String(String.UnicodeScalarView(word.map { Unicode.Scalar($0) })))
    }
  }
}

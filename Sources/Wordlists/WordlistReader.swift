internal import TextTools

/// Splits the text of a word list into words and collects what is wrong with it.
struct WordlistReader {
  let text: [UInt8]
  /// Whether the words come from a message signed with PGP.
  private(set) var isSigned = false
  private(set) var problems: [WordlistProblem] = []

  init(text: [UInt8]) {
    self.text = text
  }

  /// Reads the list; returns the ranges of the words.
  ///
  /// They are only meaningful when there are no problems.
  mutating func read() -> [Range<Int>] {
    let lines: [TextLines.Line]
    do {
      lines = signedLines(Array(try TextLines(text, ignoringBlankEnd: true)))
    } catch {
      report(.unreadable(reason: error.description))
      return []
    }
    let digestCount = lines.count { DigestText.isDigest(text[trimmed($0.range)]) }
    if digestCount > 0, 2 * digestCount >= lines.count {
      report(.digests(count: digestCount))
      return []
    }
    let numbers = lines.map { dicewareNumber($0.range) }
    // A list counts as numbered when its first line that is not blank is numbered.
    let isNumbered = zip(lines, numbers).first { !trimmed($0.0.range).isEmpty }?.1 != nil
    var words: [Range<Int>] = []
    var firstLines: [ArraySlice<UInt8>: Int] = [:]
    for (line, number) in zip(lines, numbers) {
      let content = trimmed(line.range)
      guard !content.isEmpty else {
        report(.blankLine(line: line.number))
        continue
      }
      guard (number != nil) == isNumbered else {
        report(.mixedNumbering(line: line.number))
        continue
      }
      let word = number.map { trimmed($0.upperBound..<content.upperBound) } ?? content
      guard isValid(word, line: line.number) else { continue }
      if let firstLine = firstLines[text[word]] {
        report(
          .duplicate(
            word: String(decoding: text[word], as: UTF8.self), line: line.number,
            firstLine: firstLine))
        continue
      }
      firstLines[text[word]] = line.number
      words.append(word)
    }
    if problems.isEmpty && words.count < 2 { report(.tooFewWords(count: words.count)) }
    if words.count > Wordlist.maximumCount { report(.tooManyWords(count: words.count)) }
    return words
  }

  private mutating func report(_ problem: WordlistProblem) {
    if problems.count < WordlistError.maximumReported { problems.append(problem) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, Self.isSpace(text[first]) { range.removeFirst() }
    while let last = range.last, Self.isSpace(text[last]) { range.removeLast() }
    return range
  }

  /// Returns the number at the start of a diceware line, if there is one: two or more dice digits,
  /// 1 to 6, or numbers joined by hyphens as in `1-6-20`, then white space, then something else.
  private func dicewareNumber(_ range: Range<Int>) -> Range<Int>? {
    let content = trimmed(range)
    let number = text[content].prefix { !Self.isSpace($0) }
    guard number.endIndex < content.upperBound else { return nil }
    let rolls = number.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isNumber =
      rolls.count == 1
      ? number.count >= 2 && number.allSatisfy((UInt8(ascii: "1")...UInt8(ascii: "6")).contains)
      : rolls.allSatisfy { roll in
        !roll.isEmpty && roll.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
      }
    return isNumber ? number.startIndex..<number.endIndex : nil
  }

  private mutating func isValid(_ word: Range<Int>, line: Int) -> Bool {
    guard let string = String(validating: text[word], as: UTF8.self) else {
      report(.notUTF8(line: line))
      return false
    }
    guard string.unicodeScalars.allSatisfy(Self.isPrintable) else {
      report(.unprintable(line: line))
      return false
    }
    guard word.count <= Wordlist.maximumWordBytes else {
      report(.tooLong(line: line))
      return false
    }
    return true
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

// MARK: - Signed lists

extension WordlistReader {
  private static let messageStart = "-----BEGIN PGP SIGNED MESSAGE-----"
  private static let signatureStart = "-----BEGIN PGP SIGNATURE-----"
  private static let signatureEnd = "-----END PGP SIGNATURE-----"

  /// Returns the signed lines of a cleartext-signed list (RFC 9580, section 7); all lines of an
  /// unsigned list.
  private mutating func signedLines(_ lines: [TextLines.Line]) -> [TextLines.Line] {
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      hasText(lines[first], Self.messageStart)
    else { return lines }
    isSigned = true
    // A blank line follows the headers.
    guard let bodyStart = lines[first...].firstIndex(where: { isBlank($0) }),
      let bodyEnd = lines[bodyStart...].firstIndex(where: { hasText($0, Self.signatureStart) }),
      let last = lines.last, hasText(last, Self.signatureEnd)
    else {
      report(.brokenSignature(line: lines[first].number))
      return []
    }
    let body = lines[bodyStart..<bodyEnd]
    guard let start = body.firstIndex(where: { !isBlank($0) }),
      let end = body.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return body[start...end].map { line in
      // The signature covers a line that begins with a hyphen without the "- " before it.
      let isEscaped = text[line.range].starts(with: Array("- ".utf8))
      let range = isEscaped ? line.range.dropFirst(2) : line.range
      return TextLines.Line(number: line.number, range: range)
    }
  }

  private func isBlank(_ line: TextLines.Line) -> Bool { trimmed(line.range).isEmpty }

  private func hasText(_ line: TextLines.Line, _ armor: String) -> Bool {
    text[trimmed(line.range)].elementsEqual(armor.utf8)
  }
}

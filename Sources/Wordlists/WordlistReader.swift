/// Splits the text of a word list into words and gathers what is wrong with it.
struct WordlistReader {
  let text: [UInt8]
  private(set) var problems: [WordlistProblem] = []

  init(text: [UInt8]) {
    self.text = text
  }

  /// The ranges of the words.
  ///
  /// They are meant to be used only when there are no problems.
  mutating func read() -> [Range<Int>] {
    let lines = lineRanges()
    let numbered = lines.map { isDicewareLine($0) }
    // A list counts as numbered when its first line that holds anything is.
    let isNumbered = zip(lines, numbered).first { !trimmed($0.0).isEmpty }?.1 ?? false
    var words: [Range<Int>] = []
    var firstLines: [ArraySlice<UInt8>: Int] = [:]
    for (index, range) in lines.enumerated() {
      let line = index + 1
      let content = trimmed(range)
      guard !content.isEmpty else {
        report(.blankLine(line: line))
        continue
      }
      guard numbered[index] == isNumbered else {
        report(.mixedNumbering(line: line))
        continue
      }
      let word = isNumbered ? wordAfterNumber(content) : content
      guard isValid(word, line: line) else { continue }
      if let firstLine = firstLines[text[word]] {
        report(
          .duplicate(
            word: String(decoding: text[word], as: UTF8.self), line: line, firstLine: firstLine))
        continue
      }
      firstLines[text[word]] = line
      words.append(word)
    }
    if problems.isEmpty && words.count < 2 { report(.tooFewWords(count: words.count)) }
    if words.count > Wordlist.maximumCount { report(.tooManyWords(count: words.count)) }
    return words
  }

  private mutating func report(_ problem: WordlistProblem) {
    if problems.count < WordlistError.maximumReported { problems.append(problem) }
  }

  /// The lines without their ends.
  ///
  /// The end of the last line ends the text, not a blank line.
  private func lineRanges() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      lines.append(start..<end)
      start = end + 1
    }
    return lines
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

  /// Dice digits 1 to 6, at least two of them, then white space, then something else.
  private func isDicewareLine(_ range: Range<Int>) -> Bool {
    let content = trimmed(range)
    let digits = text[content].prefix { (UInt8(ascii: "1")...UInt8(ascii: "6")).contains($0) }
    return digits.count >= 2 && digits.endIndex < content.upperBound
      && Self.isSpace(text[digits.endIndex])
  }

  private func wordAfterNumber(_ content: Range<Int>) -> Range<Int> {
    let number = text[content].prefix { !Self.isSpace($0) }
    return trimmed(number.endIndex..<content.upperBound)
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

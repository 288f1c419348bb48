/// Folded words, one after the other in one run of bytes.
struct WordList: Sendable {
  /// The longest word, in bytes of its fold: 4,096.
  static let maximumWordBytes = 4096

  private(set) var text: [UInt8] = []
  /// Where each word ends in the text.
  private(set) var ends: [UInt32] = []

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  subscript(index: Int) -> ArraySlice<UInt8> { text[range(index)] }

  /// How many characters a word has.
  func characters(of index: Int) -> Int { self[index].count { $0 & 0xC0 != 0x80 } }

  mutating func append(_ word: String) {
    text.append(contentsOf: CaseFolding.folded(word))
    ends.append(UInt32(text.count))
  }

  mutating func reserve(bytes: Int) {
    text.reserveCapacity(text.count + bytes)
    ends.reserveCapacity(ends.count + bytes / 8)
  }

  /// Reads words, one a line, and gathers what is wrong with them.
  ///
  /// Lines end in LF or CRLF; a byte order mark and empty lines are passed over. Everything else
  /// is part of a word, spaces too.
  ///
  /// - Complexity: O(*n*), *n* the bytes of the file.
  mutating func append(lines bytes: [UInt8], file: String) -> [PolicyProblem] {
    var problems: [PolicyProblem] = []
    guard text.count + 3 * bytes.count <= Int(UInt32.max) else {
      return [.word(file: file, line: 1, reason: "more than a gibibyte of words; use fewer")]
    }
    var unreported = 0
    func report(_ line: Int, _ reason: String) {
      if problems.count < PolicyReader.maximumReported {
        problems.append(.word(file: file, line: line, reason: reason))
      } else {
        unreported += 1
      }
    }
    reserve(bytes: bytes.count)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var start = unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var number = 0
      while start < bytes.count {
        number += 1
        var end = start
        var nonASCII: UInt8 = 0
        while end < bytes.count, unsafe bytes[end] != UInt8(ascii: "\n") {
          unsafe nonASCII |= bytes[end]
          end += 1
        }
        let next = end + 1
        if end > start, unsafe bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        let line = unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = next
        if line.isEmpty { continue }
        guard line.count <= Self.maximumWordBytes else {
          report(number, "a word of more than \(Self.maximumWordBytes) bytes; remove it")
          continue
        }
        if nonASCII < 0x80 {
          for offset in 0..<line.count { text.append(CaseFolding.fold(unsafe line[offset])) }
        } else {
          guard unsafe String(validating: line, as: UTF8.self) != nil else {
            report(number, "not UTF-8; convert the file to UTF-8")
            continue
          }
          text.append(contentsOf: unsafe CaseFolding.folded(line))
        }
        ends.append(UInt32(text.count))
      }
    }
    return unreported == 0 ? problems : problems + [.more(place: file, count: unreported)]
  }
}

internal import CPolicyData
internal import Patterns
internal import Platform

/// Reads the word and pattern files of a policy and collects what is wrong with them.
struct PolicyFiles {
  /// The maximum size of a file: 1 GiB of words, and 16 MiB of JSON or patterns.
  private static let maximumWordBytes = 1 << 30
  private static let maximumTextBytes = 16 << 20

  private let lists: BadPasswords
  private let directory: String
  private(set) var problems: [PolicyProblem]
  /// The number of long enough words that are not from the bundled list, up to the number that lint
  /// requires.
  private(set) var ownWords = 0
  /// The word files that were read, without their words.
  private(set) var wordFiles: [WordFile] = []
  private let minimumLength: Int

  init(
    _ lists: BadPasswords, directory: String, problems: [PolicyProblem], minimumLength: Int
  ) {
    self.minimumLength = minimumLength
    self.lists = lists
    self.directory = directory
    self.problems = problems
  }

  /// Reads a policy file.
  static func read(_ path: String) throws(PolicyError) -> [UInt8] {
    do {
      return try Platform.readFile(path, limit: maximumTextBytes)
    } catch {
      throw PolicyError(problems: [
        .unreadableFile(path: "$", file: path, reason: error.description)
      ])
    }
  }

  /// Returns the directory that a file is in.
  static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func resolve(_ name: String) -> String {
    name.utf8.first == UInt8(ascii: "/") ? name : "\(directory)/\(name)"
  }

  /// Returns the name of a file for messages: the path that it is read from.
  private func shown(_ name: String) -> String {
    name == BadPasswords.bundledList ? name : resolve(name)
  }

  private mutating func contents(of name: String, path: String, limit: Int) -> [UInt8]? {
    do {
      return try Platform.readFile(resolve(name), limit: limit)
    } catch {
      problems.append(
        .unreadableFile(path: path, file: resolve(name), reason: error.description))
      return nil
    }
  }

  /// Whether something else that is wrong with a value has been reported.
  private func isReported(_ path: String) -> Bool {
    problems.contains {
      if case .wrongType(path, _, _) = $0 { true } else { false }
    }
  }

  mutating func words() -> BadWordList {
    var words = BadWordList()
    for (index, word) in lists.words.enumerated() {
      let path = "$.badPasswords.words[\(index)]"
      if word.isEmpty {
        if !isReported(path) { problems.append(.emptyWord(path: path)) }
      } else {
        words.append(word)
      }
    }
    countOwn(words, from: 0)
    for (index, name) in lists.wordFiles.enumerated() {
      let path = "$.badPasswords.wordFiles[\(index)]"
      if isReported(path) { continue }
      let bytes =
        name == BadPasswords.bundledList
        ? Self.commonPasswords : contents(of: name, path: path, limit: Self.maximumWordBytes)
      guard let bytes else { continue }
      let start = words.count
      let file = WordFile(bytes, name: shown(name), appendingTo: &words)
      problems += file.problems
      wordFiles.append(file)
      if name != BadPasswords.bundledList { countOwn(words, from: start) }
    }
    words.appendWordsWithoutBlanks()
    return words
  }

  private mutating func countOwn(_ words: BadWordList, from start: Int) {
    for index in start..<words.count where ownWords < CompiledPolicy.minimumWords {
      if words.characters(of: index) >= minimumLength { ownWords += 1 }
    }
  }

  /// The bundled list, as in `blocklists/common-passwords.txt`.
  static var commonPasswords: [UInt8] {
    // The bytes are a constant of the program.
    let text = unsafe cpolicydata_common_passwords()
    return unsafe Array(UnsafeBufferPointer(start: text.start, count: text.count))
  }

  mutating func patterns(memoryBudget: Int) -> PatternSet? {
    var patterns: [Pattern] = []
    for (index, text) in lists.patterns.enumerated() {
      let path = "$.badPasswords.patterns[\(index)]"
      if !isReported(path) { patterns.append(Pattern(text, origin: .value(path))) }
    }
    for (index, name) in lists.patternFiles.enumerated() {
      let path = "$.badPasswords.patternFiles[\(index)]"
      if isReported(path) { continue }
      guard let bytes = contents(of: name, path: path, limit: Self.maximumTextBytes) else {
        continue
      }
      let lines = Pattern.reading(bytes, file: shown(name))
      patterns += lines.patterns
      problems += lines.problems.map(PolicyProblem.pattern)
    }
    do {
      return try PatternSet(patterns, memoryBudget: memoryBudget)
    } catch {
      problems += error.problems.map(PolicyProblem.pattern)
      return nil
    }
  }
}

internal import TextTools

/// One thing that is wrong with the text of a word list.
///
/// Lines are counted from 1. Word lists are public, so a problem may quote a word.
@nonexhaustive
public enum WordlistProblem: Hashable, Sendable {
  /// The file is not UTF-8 text at all, for this reason.
  case unreadable(reason: String)
  /// A line begins a message signed with PGP that has no body or no signature.
  case brokenSignature(line: Int)
  /// Half of the lines or more look like digests of passwords.
  case digests(count: Int)
  /// A line is not UTF-8.
  case notUTF8(line: Int)
  /// A line is empty or contains nothing but white space.
  case blankLine(line: Int)
  /// A word contains white space or a control character.
  case unprintable(line: Int)
  /// A word is longer than ``Wordlist/maximumWordBytes``.
  case tooLong(line: Int)
  /// A word also occurs on an earlier line.
  case duplicate(word: String, line: Int, firstLine: Int)
  /// Some lines begin with a diceware number and this one does not, or the reverse.
  case mixedNumbering(line: Int)
  /// There are fewer than two words, so there is nothing to choose from.
  case tooFewWords(count: Int)
  /// There are more words than ``Wordlist/maximumCount``.
  case tooManyWords(count: Int)
}

extension WordlistProblem: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .brokenSignature(let line):
      "line \(line): a PGP message that is incomplete, or continues after its signature; give the whole message, or its words alone"
    case .digests(let count):
      "this is a list of digests (\(count) of its lines look like one), not of words; use a list of words"
    case .notUTF8(let line): "line \(line): not UTF-8; convert the file to UTF-8"
    case .blankLine(let line): "line \(line): blank; remove the line"
    case .unprintable(let line):
      "line \(line): whitespace or a control character inside a word; write one word per line"
    case .tooLong(let line):
      "line \(line): a word of more than \(Wordlist.maximumWordBytes) bytes; shorten or remove it"
    case .duplicate(let word, let line, let firstLine):
      "line \(line): “\(word)” is already on line \(firstLine); remove one"
    case .mixedNumbering(let line):
      "line \(line): some lines are numbered as in diceware lists and others are not; number all or none"
    case .tooFewWords(let count):
      "\(count.counted("word")); a list needs 2 or more"
    case .tooManyWords(let count): "\(count) words; use at most \(Wordlist.maximumCount)"
    }
  }
}

/// Everything that is wrong with the text of a word list.
public struct WordlistError: Error, Hashable, Sendable {
  /// The problems in line order, at most ``maximumReported`` of them.
  public let problems: [WordlistProblem]

  /// The maximum number of problems that are listed; the rest are left out: 100.
  public static let maximumReported = 100
}

extension WordlistError: CustomStringConvertible {
  /// One problem per line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

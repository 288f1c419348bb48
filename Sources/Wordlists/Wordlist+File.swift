public import Platform

extension Wordlist {
  /// The largest file that is read, in bytes: 64 MiB.
  public static let maximumFileBytes = 64 << 20

  /// Reads a list from a file; see ``init(text:)``.
  ///
  /// - Parameter path: the path of the file.
  /// - Throws: ``WordlistFileError``.
  /// - Complexity: O(*n*), *n* the bytes of the file.
  public init(contentsOf path: String) throws(WordlistFileError) {
    let text = try rethrowing(as: WordlistFileError.unreadable) { () throws(SystemError) in
      try Platform.readFile(path, limit: Self.maximumFileBytes)
    }
    self = try rethrowing(as: WordlistFileError.list) { () throws(WordlistError) in
      try Wordlist(text: text)
    }
  }
}

/// Why a file gives no word list.
@nonexhaustive
public enum WordlistFileError: Error, Hashable, Sendable {
  /// The file cannot be read.
  case unreadable(SystemError)
  /// The file is no word list.
  case list(WordlistError)
}

extension WordlistFileError: CustomStringConvertible {
  /// What is wrong; the problems of a list one a line.
  public var description: String {
    switch self {
    case .unreadable(let error): "the word list cannot be read: \(error.reason)"
    case .list(let error): error.description
    }
  }
}

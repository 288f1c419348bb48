import Passwright
import Platform

/// The identifiers of a file of accounts, one a line.
struct AccountList {
  /// The largest file that is read: 1 GiB.
  private static let maximumBytes = 1 << 30
  /// The most problems that are listed.
  private static let maximumReported = 20

  let accounts: [AccountID]

  /// Reads a file; lines end in LF or CRLF.
  ///
  /// - Throws: ``CommandFailure/operational(_:)`` for a file that cannot be read,
  ///   ``CommandFailure/usage(_:)`` for lines that are no identifiers, or the same twice.
  init(path: String) throws(CommandFailure) {
    let name = path.printable
    let bytes: [UInt8]
    do {
      bytes = try Platform.readFile(path, limit: Self.maximumBytes)
    } catch {
      throw .operational(["cannot read accounts \(name): \(error.reason); name a file of them"])
    }
    var accounts: [AccountID] = []
    var lineOfAccount: [AccountID: Int] = [:]
    var problems: [String] = []
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() where problems.count <= Self.maximumReported {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      let place = "\(name):\(index + 1)"
      guard let text = String(validating: line, as: UTF8.self) else {
        problems.append("\(place): not UTF-8; save the file as UTF-8")
        continue
      }
      do {
        let account = try AccountID(text)
        if let first = lineOfAccount.updateValue(index + 1, forKey: account) {
          problems.append("\(place): the account of line \(first) again; remove one")
        }
        accounts.append(account)
      } catch {
        problems.append("\(place): \(error)")
      }
    }
    guard problems.isEmpty else {
      if problems.count > Self.maximumReported {
        problems[Self.maximumReported] =
          "\(name): perhaps more; only so many problems are listed"
      }
      throw .usage(problems)
    }
    self.accounts = accounts
  }
}

/// The records of accounts with their passwords.
struct AccountLayout {
  let header: String
  private let isCSV: Bool
  private let suffix: String

  var escaping: RecordLayout.Escaping { isCSV ? .csv : .json }

  init(_ format: OutputFormat, _ figures: Figures?) {
    let bits = figures?.entropyBits ?? 0
    let minBits = figures?.minEntropyBits ?? 0
    isCSV = format == .csv
    header = isCSV ? "account,password,entropyBits,minEntropyBits\n" : ""
    suffix =
      isCSV
      ? "\",\(bits),\(minBits)\n"
      : "\",\"entropyBits\":\(bits),\"minEntropyBits\":\(minBits)}\n"
  }

  /// What stands before the password of an account.
  func prefix(_ account: AccountID) -> [UInt8] {
    let text = account.text
    return Array((isCSV ? "\(text.csv),\"" : "{\"account\":\(text.json),\"password\":\"").utf8)
  }

  /// The bytes of a record without its prefix, at most.
  func maximumBytes(ofPassword count: Int) -> Int {
    count * escaping.greatestExpansion + suffix.utf8.count
  }

  /// Appends a record.
  @_lifetime(output: copy output)
  func append(
    _ account: AccountID, _ password: Span<UInt8>, to output: inout OutputSpan<UInt8>
  ) {
    for byte in prefix(account) { output.append(byte) }
    _ = escaping.appendLine(of: password, at: 0, to: &output)
    for byte in suffix.utf8 { output.append(byte) }
  }
}

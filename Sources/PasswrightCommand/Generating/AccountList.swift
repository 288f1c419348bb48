import Passwright
import Platform

/// The identifiers of a file of accounts, one a line.
struct AccountList {
  /// The largest file that is read: 1 GiB.
  private static let maximumBytes = 1 << 30
  /// The most problems that are listed.
  private static let maximumReported = 20

  let accounts: [AccountID]

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads a file, or standard input for `-`; lines end in LF or CRLF, and a byte order mark at the
  /// start is no part of the first.
  ///
  /// - Throws: ``CommandFailure/operational(_:)`` for a file that cannot be read,
  ///   ``CommandFailure/usage(_:)`` for lines that are no identifiers, or the same twice.
  init(path: String) throws(CommandFailure) {
    let isStandardInput = path == "-"
    let name = isStandardInput ? "standard input" : path.printable
    var bytes: [UInt8]
    do {
      bytes =
        isStandardInput
        ? try Platform.readAll(Platform.standardInput, limit: Self.maximumBytes)
        : try Platform.readFile(path, limit: Self.maximumBytes)
    } catch {
      throw .operational(["cannot read accounts \(name): \(error.reason); name a file of them"])
    }
    if bytes.starts(with: Self.byteOrderMark) { bytes.removeFirst(Self.byteOrderMark.count) }
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

import Passwright
import Platform
import TextTools

/// The identifiers of a file of accounts, one per line; the names of the account follow, if there
/// are any, separated by tabs.
struct AccountList {
  /// The largest file that is read: 1 GiB.
  private static let maximumBytes = 1 << 30
  /// The maximum number of problems that are listed.
  private static let maximumReported = 20

  /// An account, and the names of which its password must not contain a part.
  struct Entry {
    let id: AccountID
    /// Names and e-mail addresses.
    let names: [String]
    /// Where it is: `accounts.txt:7`.
    let place: String

    /// The context of its passwords.
    var context: PolicyContext { PolicyContext(account: id, names: names) }
  }

  let entries: [Entry]

  /// Reads a file, or standard input for `-`; lines end in LF or CRLF, a byte order mark at the
  /// start is not part of the first, and blank lines at the end are skipped.
  ///
  /// - Throws: ``CommandFailure/operational(_:)`` for a file that cannot be read,
  ///   ``CommandFailure/usage(_:)`` for lines that are not identifiers, or are duplicates.
  init(path: String) throws(CommandFailure) {
    let source = InputSource(path)
    let name = source.shownName
    let bytes: [UInt8]
    do {
      bytes = try source.read(limit: Self.maximumBytes)
    } catch {
      throw .operational([
        "cannot read accounts \(name): \(error.reason); name a file of account identifiers"
      ])
    }
    let lines: TextLines
    do {
      lines = try TextLines(bytes, ignoringBlankEnd: true)
    } catch {
      throw .usage(["\(name): \(error)"])
    }
    var entries: [Entry] = []
    var lineOfAccount: [AccountID: Int] = [:]
    var problems: [String] = []
    for line in lines where problems.count <= Self.maximumReported {
      let identifier = bytes[line.range]
      let place = "\(name):\(line.number)"
      guard let text = String(validating: identifier, as: UTF8.self) else {
        problems.append("\(place): not UTF-8; save the file as UTF-8")
        continue
      }
      guard identifier.count == identifier.withoutBlanks.count else {
        problems.append("\(place): a blank before or after the identifier; remove it")
        continue
      }
      do {
        let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
        let account = try AccountID(String(columns[0]))
        if let first = lineOfAccount.updateValue(line.number, forKey: account) {
          problems.append("\(place): the account is already on line \(first); remove one")
        }
        entries.append(
          Entry(id: account, names: columns.dropFirst().map(String.init), place: place))
      } catch {
        problems.append("\(place): \(error)")
      }
    }
    guard problems.isEmpty else {
      if problems.count > Self.maximumReported {
        problems[Self.maximumReported] =
          "\(name): there may be more; only \(Self.maximumReported) problems are listed"
      }
      throw .usage(problems)
    }
    self.entries = entries
  }
}

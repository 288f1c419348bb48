import Passwright
import Platform
import TextTools

/// The caller's own word list.
struct WordlistFile {
  /// A path, or `-` for standard input.
  let name: String

  private var shownName: String { name == "-" ? "standard input" : name.printable }

  /// - Throws: ``CommandFailure/operational(_:)`` for a file that cannot be read,
  ///   ``CommandFailure/usage(_:)`` for one that is not a word list.
  func read() throws(CommandFailure) -> Wordlist {
    let text = try readText()
    do {
      let list = try Wordlist(text: text)
      if list.isSigned {
        StandardError.print(
          "passwright: word list \(shownName) is signed with PGP; the signature was not checked")
      }
      return list
    } catch {
      var lines = error.problems.map { "\(shownName): \($0)" }
      if lines.count == WordlistError.maximumReported {
        lines.append("\(shownName): there may be more; only \(lines.count) problems are listed")
      }
      throw .usage(lines)
    }
  }

  private func readText() throws(CommandFailure) -> [UInt8] {
    do {
      return name == "-"
        ? try Platform.readAll(Platform.standardInput, limit: Wordlist.maximumFileBytes)
        : try Platform.readFile(name, limit: Wordlist.maximumFileBytes)
    } catch {
      let hint =
        if error.isTooLarge {
          "use a word list of at most \(Wordlist.maximumFileBytes >> 20) MiB"
        } else {
          "name a file or one of "
            + Wordlist.Bundled.allCases.map(\.rawValue).joined(separator: ", ")
        }
      throw .operational(["cannot read word list \(shownName): \(error.reason); \(hint)"])
    }
  }
}

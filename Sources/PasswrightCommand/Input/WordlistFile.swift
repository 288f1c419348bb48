import Passwright
import Platform
import TextTools

/// The caller's own word list.
struct WordlistFile {
  let source: InputSource

  /// - Throws: ``CommandFailure/operational(_:)`` for a file that cannot be read,
  ///   ``CommandFailure/usage(_:)`` for one that is not a word list.
  func read() throws(CommandFailure) -> Wordlist {
    let text = try readText()
    do {
      let list = try Wordlist(text: text)
      if list.isSigned {
        StandardError.print(
          "passwright: word list \(source.shownName) is signed with PGP; the signature was not checked"
        )
      }
      return list
    } catch {
      var lines = error.problems.map { "\(source.shownName): \($0)" }
      if lines.count == WordlistError.maximumReported {
        lines.append(
          "\(source.shownName): there may be more; only \(lines.count) problems are listed")
      }
      throw .usage(lines)
    }
  }

  private func readText() throws(CommandFailure) -> [UInt8] {
    do {
      return try source.read(limit: Wordlist.maximumFileBytes)
    } catch {
      let hint =
        if error.isTooLarge {
          "use a word list of at most \(Wordlist.maximumFileBytes >> 20) MiB"
        } else {
          "name a file or one of "
            + Wordlist.Bundled.allCases.map(\.rawValue).joined(separator: ", ")
        }
      throw .operational(["cannot read word list \(source.shownName): \(error.reason); \(hint)"])
    }
  }
}

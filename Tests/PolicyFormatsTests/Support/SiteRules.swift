import Foundation
import Testing

/// The rules of one site in the corpus.
struct SiteRules: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  var testDescription: String { name }

  /// The corpus, a name, a tab and the rules a line.
  static let all: [SiteRules] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Corpus/site-rules.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      fatalError("no corpus at \(file.path)")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      return SiteRules(name: String(parts[0]), text: String(parts[1]))
    }
  }()
}

import ArgumentParser
import FoundationEssentials
import PasswordService

/// The command `apply`.
struct Apply: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the lists, generators, policies, bad passwords and keys what a document says.",
    discussion: """
      A section that the document has replaces the stored one; others stay. Keys are added or \
      replaced by name. All that is wrong with the document is reported at once, and nothing is \
      changed then. Each difference is printed: “-” before what was, “+” before what is.
      """)

  @OptionGroup var store: StoreOptions
  @Flag(help: "Print the differences and change nothing.") var dryRun = false
  @Argument(help: "The JSON document; “-” reads standard input.") var file: String

  func run() async throws {
    try await reportingErrors {
      let bytes = file == "-" ? readStandardInput() : FileManager.default.contents(atPath: file)
      guard let bytes else { throw CommandFailure("\(file) cannot be read") }
      let document = try ServiceDocument(parsing: Array(bytes))
      let opened = try await OpenedStore(store)
      let differences = try await Administration(opened.service, command: "apply")
        .apply(document, isDryRun: dryRun)
      for difference in differences { try printLine(difference) }
    }
  }

  private func readStandardInput() -> Data {
    var data = Data()
    while let line = readLine(strippingNewline: false) { data.append(contentsOf: line.utf8) }
    return data
  }
}

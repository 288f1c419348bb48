import ArgumentParser
import PasswordService
import TextTools

/// The command `export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the configuration as a document for “apply”, without secrets.")

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingErrors {
      let opened = try await OpenedStore(store)
      let document = try await Administration(opened.service, command: "export").export()
      try printText(document.indentedText)
    }
  }
}

import ArgumentParserWithoutFoundation
import Passwright
import SecretMemory
import TextTools

/// The options of the commands that take one password of one account.
struct HistoryPasswordOptions: ParsableArguments {
  @OptionGroup var history: HistoryOptions

  @Option(
    name: .customLong("history-key"), parsing: .unconditional,
    help: ArgumentHelp(
      """
      Make keyed BLAKE2b digests with this key file, created by history key. Without it, digests \
      are made with Argon2id.
      """,
      valueName: "file"),
    completion: .file())
  var keyFile: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Also accept a key that the history was written with before, to continue the history under a \
      new --history-key. Can be repeated.
      """,
      valueName: "file"),
    completion: .file())
  var previousHistoryKey: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Name the account; names are compared byte for byte, so case matters.", valueName: "id"))
  var account: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Read the password from this file: one line, without its line ending. - is standard input; a \
      terminal does not show what is typed.
      """,
      valueName: "file"),
    completion: .file())
  var input: String = "-"

  /// What the options mean, once they have been checked and the files read.
  struct Resolved: ~Copyable {
    let account: AccountID
    let digester: PasswordDigester
    let password: SecretBytes
  }

  /// Reads the key and the password.
  func resolve() throws(CommandFailure) -> Resolved {
    Resolved(
      account: try AccountID(argument: account),
      digester: try .open(
        keyFile: keyFile, previous: previousHistoryKey),
      password: try PasswordInput(source: InputSource(input)).read())
  }
}

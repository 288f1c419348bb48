import ArgumentParser
import Passwright
import SecretMemory

/// The options of the commands that take one password of one account.
struct HistoryPasswordOptions: ParsableArguments {
  @OptionGroup var history: HistoryOptions

  @Option(
    name: .customLong("history-key"), parsing: .unconditional,
    help: ArgumentHelp(
      """
      A key file made by history key, for digests by keyed BLAKE2b. Without it they are made by \
      Argon2id.
      """,
      valueName: "file"),
    completion: .file())
  var keyFile: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      A key that the history was written under before: with it, the history goes on under a new \
      --history-key. May be repeated.
      """,
      valueName: "file"),
    completion: .file())
  var previousHistoryKey: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Whose password it is; compared byte for byte, so that case counts.", valueName: "id"))
  var account: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Where the password is read from: one line, whose line end is no part of it. - is standard \
      input, which a terminal does not show.
      """,
      valueName: "file"),
    completion: .file())
  var input: String = "-"

  /// What the options stand for, once they have been looked at and the files been read.
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
      password: try PasswordInput(name: input).read())
  }
}

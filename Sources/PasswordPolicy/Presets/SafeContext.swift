internal import CharacterSets

/// A place that passwords are written into unchanged, without quoting or escaping.
///
/// ```swift
/// let policy = SafeContext.policy(for: [.url, .shell])
/// policy.allowed  // what is safe in both
/// ```
/// Each is a set of ASCII characters, with rules on the ends and on whole words where the place
/// requires them. Each case promises what it describes, and no more.
@nonexhaustive
public enum SafeContext: String, CaseIterable, Codable, Hashable, Sendable {
  /// A part of a URL: user information, path segment, query value or fragment, without
  /// percent-encoding.
  ///
  /// The unreserved characters of RFC 3986 (2.3): letters, digits, `-`, `.`, `_` and `~`. The first
  /// is not `.`, since the path segments `.` and `..` are removed.
  case url
  /// A bare word of a shell command: POSIX sh, bash and zsh, including their options `extglob` and
  /// `MAGIC_EQUAL_SUBST`.
  ///
  /// Letters, digits and `% + , - . / : @ _`: nothing that splits, quotes, expands or matches
  /// files. The first is a letter, a digit or `_`, so that the word is not an option (`-`, `+`), a
  /// job (`%`) or a file for a program that takes `@file`. This covers arguments, the value of an
  /// assignment and a line of a here-document, but not the name of a command, where a word such as
  /// `if` is a keyword.
  case shell
  /// The password of a data source: in `postgres://user:PASS@host/db` and in `key=value` strings,
  /// both of libpq (separated by spaces) and of ADO.NET, ODBC and JDBC (separated by semicolons).
  ///
  /// Letters, digits, `-`, `.`, `_` and `~`.
  case dsn
  /// Text and attribute values of XML and HTML, in quotes of either kind.
  ///
  /// Printable ASCII without `< > & " '`. No space at an end, where readers trim it.
  case xml
  /// A string of JSON between its quotation marks, without escapes.
  ///
  /// Printable ASCII without `"` and `\`. No space at an end, where people lose it.
  case json
  /// An unquoted field of CSV that spreadsheets and data frames keep as text.
  ///
  /// Printable ASCII without the space, without `,` and `"` (RFC 4180), without `;`, which
  /// separates fields where the comma is the decimal separator, and without `\`, which escapes in
  /// the dialects of databases. It begins and ends with a letter, and so is not a formula, number,
  /// amount, percentage, date (`5-Jan`, `MAR1`) or time, and it is not a word for a truth value or
  /// a missing value, such as `TRUE`, `WAHR` and `NaN`, in any case.
  case csv
  /// A plain scalar of YAML 1.1 and 1.2 that stays a string, in block and flow style.
  ///
  /// Printable ASCII without the space and without `, [ ] { } : ?`. It begins with a letter, and so
  /// with no indicator and not as a number or date, and is not a word for a truth value or null, in
  /// any case: `y`, `yes`, `on`, `true`, `n`, `no`, `off`, `false`, `null`.
  case yaml
  /// The value of a line `NAME=value` of a `.env` file, for Docker and Compose, the libraries
  /// called dotenv, and shells that source it.
  ///
  /// Letters, digits and `% + , - . / : @ _`: nothing that quotes, escapes, comments or
  /// interpolates.
  case dotenv
  /// The value in `Environment=NAME=value` of a systemd unit, and in an `EnvironmentFile=`.
  ///
  /// Letters, digits and `+ , - . / : @ _`. No `%`, which begins a specifier.
  case systemd
  /// The value of a line `name=value` of INI files: those of Python's `configparser` with
  /// interpolation, of MySQL (`my.cnf`), Git and PHP.
  ///
  /// Letters, digits and `+ , - . / : @ _`, except the words that PHP reads as truth values or
  /// null: `yes`, `on`, `true`, `no`, `off`, `false`, `none`, `null`, in any case.
  case ini
  /// The password in a line of PostgreSQL's `.pgpass`.
  ///
  /// Printable ASCII without `:` and `\`. No space at an end.
  case pgpass
  /// A bare argument of a PowerShell command.
  ///
  /// Letters, digits and `+ - . / : = _`. The first is a letter or `_`, so that it is not a
  /// parameter, number or operator.
  case powershell
  /// A bare argument of a command of Windows' `cmd.exe`, including in batch files.
  ///
  /// Letters, digits and `+ - . : @ _`: nothing that separates, redirects, expands or escapes, even
  /// with delayed expansion. The first is a letter, a digit or `_`, so that it is not an option.
  case cmd
  /// A value in a distinguished name (RFC 4514), a search filter (RFC 4515), a line of LDIF and an
  /// ADsPath.
  ///
  /// Printable ASCII without `, + " \ < > ; = * ( ) / #`: RFC 4514 requires `#` to be escaped only
  /// at the beginning, and some readers everywhere. The first is neither `:` nor the space, and the
  /// last is not the space.
  case ldap
  /// A string of HCL between its quotation marks, as in Terraform and Vault, without escapes.
  ///
  /// Printable ASCII without `"` and `\`, and without `$` and `%`, which begin templates. No space
  /// at an end.
  case hcl
  /// The same keys, with or without shift, on the US QWERTY, German QWERTZ and French AZERTY
  /// keyboards.
  ///
  /// The letters except `a`, `m`, `q`, `w`, `y` and `z` in both cases, and the space. No digits: on
  /// AZERTY they take shift.
  case typeable

  /// The constraints of the context.
  public var policy: Policy {
    var policy = Policy()
    let alphanumerics = ASCIISet.letters.union(.digits)
    let printable = ASCIISet.printable
    func set(_ characters: String) -> ASCIISet { ASCIISet(characters.utf8) }
    func restrict(to allowed: ASCIISet, first: ASCIISet? = nil, last: ASCIISet? = nil) {
      policy.allowed = allowed.description
      policy.firstAllowed = first?.intersection(allowed).description
      policy.lastAllowed = last?.intersection(allowed).description
    }
    let unspaced = printable.subtracting(set(" "))
    switch self {
    case .url:
      restrict(to: alphanumerics.union(set("-._~")), first: alphanumerics.union(set("-_~")))
    case .shell:
      restrict(to: alphanumerics.union(set("%+,-./:@_")), first: alphanumerics.union(set("_")))
    case .dsn: restrict(to: alphanumerics.union(set("-._~")))
    case .xml:
      restrict(to: printable.subtracting(set("<>&\"'")), first: unspaced, last: unspaced)
    case .json:
      restrict(to: printable.subtracting(set("\"\\")), first: unspaced, last: unspaced)
    case .csv:
      restrict(to: unspaced.subtracting(set(",;\"\\")), first: .letters, last: .letters)
      policy.badPasswords.words = Self.truthValues + Self.missingValues
    case .yaml:
      restrict(to: unspaced.subtracting(set(",[]{}:?")), first: .letters)
      policy.badPasswords.words = [
        "y", "yes", "on", "true", "n", "no", "off", "false", "null",
      ]
    case .dotenv: restrict(to: alphanumerics.union(set("%+,-./:@_")))
    case .systemd: restrict(to: alphanumerics.union(set("+,-./:@_")))
    case .ini:
      restrict(to: alphanumerics.union(set("+,-./:@_")))
      policy.badPasswords.words = ["yes", "on", "true", "no", "off", "false", "none", "null"]
    case .pgpass:
      restrict(to: printable.subtracting(set(":\\")), first: unspaced, last: unspaced)
    case .powershell:
      restrict(
        to: alphanumerics.union(set("+-./:=_")), first: ASCIISet.letters.union(set("_")))
    case .cmd:
      restrict(to: alphanumerics.union(set("+-.:@_")), first: alphanumerics.union(set("_")))
    case .ldap:
      restrict(
        to: printable.subtracting(set(",+\"\\<>;=*()/#")), first: unspaced.subtracting(set(":")),
        last: unspaced)
    case .hcl:
      restrict(to: printable.subtracting(set("\"\\$%")), first: unspaced, last: unspaced)
    case .typeable:
      let moved = set("amqwyzAMQWYZ")
      restrict(to: ASCIISet.letters.subtracting(moved).union(set(" ")))
    }
    return policy
  }

  /// The truth values of spreadsheets, in the languages that write them in ASCII.
  private static let truthValues = [
    "true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "verdadeiro", "falso", "vero",
    "waar", "onwaar", "prawda", "sant", "sann", "usann", "falskt", "falsk", "tosi", "adevarat",
    "pravda", "nepravda", "benar", "salah", "igaz", "hamis",
  ]
  /// Words that readers of data take for a missing or an unlimited number.
  private static let missingValues = ["na", "nan", "null", "none", "nil", "inf", "infinity"]

  /// Returns the constraints of several contexts together; none without contexts.
  public static func policy(for contexts: some Sequence<SafeContext>) -> Policy {
    contexts.reduce(Policy()) { policy, context in
      do {
        return try policy.adding(context.policy)
      } catch {
        preconditionFailure("contexts have characters and whole words alone: \(error)")
      }
    }
  }
}

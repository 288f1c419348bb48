import Foundation
import PasswordPolicy
import Testing
import _TestSupport

/// Readers of configuration files and directories, in Python, each where its package is installed.
private enum PythonReader {
  static let configparser = Program.python(with: "configparser")
  static let dotenv = Program.python(with: "dotenv")
  static let hcl = Program.python(with: "hcl")
  static let hcl2 = Program.python(with: "hcl2")
  static let ldap3 = Program.python(with: "ldap3")
  /// The library of PostgreSQL clients, which reads `.pgpass`.
  static let libpq: String? = {
    let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64"]
    let isThere = folders.contains {
      FileManager.default.fileExists(atPath: "\($0)/libpq.so.5")
    }
    return isThere ? configparser : nil
  }()

  /// The passwords that come back from the body of a loop over `line`, which calls `keep` on those.
  static func kept(_ python: String?, _ body: String, of passwords: [String]) async throws
    -> [String]
  {
    let body = body.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let program = """
      import sys
      kept = []
      keep = kept.append
      lines = sys.stdin.read().split("\\n")[:-1]
      for line in lines:
      \(body)
      print("\\n".join(kept))
      """
    let input = passwords.map { $0 + "\n" }.joined()
    let output = try await Program.run(try #require(python), ["-c", program], input: input)
    return output.split(separator: "\n").map(String.init)
  }
}

@Suite("Places that passwords are written into")
struct SafePlacesTests {
  static func isSafe(_ password: String, _ context: SafeContext) throws -> Bool {
    try CompiledPolicy(context.policy).isCompliant(password)
  }

  /// Fewer, where each takes a reader of its own.
  static func samples(_ context: SafeContext, _ count: Int = 2000) throws -> [String] {
    let all = try SafeSamples.passwords(context)
    let step = max(1, all.count / count)
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  // MARK: Files of settings

  static let dotenvReader = """
    import io, dotenv
    text = f"A=1\\nP={line}\\nexport Q={line}\\n"
    values = dotenv.dotenv_values(stream=io.StringIO(text), interpolate=True)
    if values == {"A": "1", "P": line, "Q": line}: keep(line)
    """

  @Test("dotenv: values read back", .enabled(if: PythonReader.dotenv != nil, "no python-dotenv"))
  func dotenv() async throws {
    let passwords = try Self.samples(.dotenv)
    let kept = try await PythonReader.kept(PythonReader.dotenv, Self.dotenvReader, of: passwords)
    #expect(kept == passwords)
    let lost = ["a #b", "${A}", "'a'", "\"a\"", " a"]
    #expect(try await PythonReader.kept(PythonReader.dotenv, Self.dotenvReader, of: lost) == [])
    for password in lost { #expect(try !Self.isSafe(password, .dotenv), "\(password)") }
  }

  @Test("dotenv: a shell that sources the file gets the values")
  func sourced() async throws {
    let passwords = try Self.samples(.dotenv, 500)
    let script = passwords.map { "P=\($0)\nprintf '%s\\n' \"$P\"\n" }.joined()
    let output = try await Program.run(try #require(Program.path("sh")), ["-s"], input: script)
    #expect(output == passwords.map { $0 + "\n" }.joined())
  }

  static let iniReader = """
    import configparser
    for make in (configparser.ConfigParser, configparser.RawConfigParser,
                 lambda: configparser.ConfigParser(inline_comment_prefixes=("#", ";"),
                   interpolation=configparser.ExtendedInterpolation())):
        parser = make()
        parser.read_string(f"[client]\\nuser=me\\npassword={line}\\npass = {line}\\nx=1\\n")
        try: found = [parser["client"]["password"], parser["client"]["pass"]]
        except configparser.Error: break
        if found != [line, line]: break
    else: keep(line)
    """

  @Test(
    "ini: values read back with every interpolation",
    .enabled(if: PythonReader.configparser != nil, "no Python"))
  func ini() async throws {
    let passwords = try Self.samples(.ini)
    let kept = try await PythonReader.kept(PythonReader.configparser, Self.iniReader, of: passwords)
    #expect(kept == passwords)
    let lost = ["a%b", "${x}", "a #b", " a"]
    #expect(
      try await PythonReader.kept(PythonReader.configparser, Self.iniReader, of: lost) == [])
    // MySQL has a comment from # on and escapes, PHP truth values and operators, Git comments.
    for password in lost + ["a#b", "a;b", "a\\b", "yes", "None", "a|b", "a!b", "\"a", "a=b"] {
      #expect(try !Self.isSafe(password, .ini), "\(password)")
    }
  }

  @Test("systemd: nothing is a specifier, a quote, an escape or a comment")
  func systemd() throws {
    for password in try Self.samples(.systemd) {
      // systemd.exec(5), systemd.syntax(7): what the splitting of assignments treats by itself.
      #expect(!password.contains { " \t\"'\\%$#;`".contains($0) })
    }
    for password in ["a%b", "%h", "a b", "a\\x20", "\"a\"", "'a'", "a#b", ";a"] {
      #expect(try !Self.isSafe(password, .systemd), "\(password)")
    }
  }

  // MARK: PostgreSQL

  static let pgpassReader = """
    import ctypes, os, tempfile
    library = ctypes.CDLL("libpq.so.5")
    library.PQconnectStart.restype = ctypes.c_void_p
    library.PQpass.restype = ctypes.c_char_p
    library.PQpass.argtypes = library.PQfinish.argtypes = [ctypes.c_void_p]
    with tempfile.NamedTemporaryFile() as file:
        file.write(f"# comment\\nother:1:x:me:no\\nlocalhost:1:*:me:{line}\\n".encode())
        file.flush()
        connection = library.PQconnectStart(
          f"host=localhost hostaddr=127.0.0.1 port=1 dbname=d user=me passfile={file.name}".encode())
        if library.PQpass(connection) == line.encode(): keep(line)
        library.PQfinish(connection)
    """

  @Test("pgpass: libpq finds the password", .enabled(if: PythonReader.libpq != nil, "no libpq"))
  func pgpass() async throws {
    let passwords = try Self.samples(.pgpass, 400)
    let kept = try await PythonReader.kept(PythonReader.libpq, Self.pgpassReader, of: passwords)
    #expect(kept == passwords)
    let lost = ["a:b", "a\\b", ":"]
    #expect(try await PythonReader.kept(PythonReader.libpq, Self.pgpassReader, of: lost) == [])
    // A backslash at the very end comes back.
    for password in lost + ["\\"] { #expect(try !Self.isSafe(password, .pgpass), "\(password)") }
  }

  // MARK: HCL and LDAP

  static let hclReader = """
    import hcl
    try:
        if hcl.loads(f'a = 1\\np = "{line}"\\n') == {"a": 1, "p": line}: keep(line)
    except Exception: pass
    """

  static let hcl2Reader = """
    import hcl2
    try:
        found = hcl2.loads(f'a = 1\\np = "{line}"\\n')["p"]
        if found in (line, '"' + line + '"'): keep(line)
    except Exception: pass
    """

  @Test("hcl: strings read back", .enabled(if: PythonReader.hcl != nil, "no pyhcl"))
  func hcl() async throws {
    let passwords = try Self.samples(.hcl, 300)
    let kept = try await PythonReader.kept(PythonReader.hcl, Self.hclReader, of: passwords)
    #expect(kept == passwords)
    #expect(try await PythonReader.kept(PythonReader.hcl, Self.hclReader, of: ["a\"b"]) == [])
    for password in ["a\"b", "a\\b"] { #expect(try !Self.isSafe(password, .hcl), "\(password)") }
  }

  @Test(
    "hcl: strings read back with HCL 2", .enabled(if: PythonReader.hcl2 != nil, "no python-hcl2"))
  func hcl2() async throws {
    let passwords = try Self.samples(.hcl, 200)
    let kept = try await PythonReader.kept(PythonReader.hcl2, Self.hcl2Reader, of: passwords)
    #expect(kept == passwords)
  }

  @Test("hcl: characters that quote, escape or begin a template are refused")
  func notHCL() throws {
    for password in ["a\"b", "a\\b", "${a}", "%{if}", "a$", "a ", " a"] {
      #expect(try !Self.isSafe(password, .hcl), "\(password)")
    }
  }

  static let ldapReader = """
    from ldap3.utils.dn import parse_dn, escape_rdn
    from ldap3.utils.conv import escape_filter_chars
    from ldap3.operation.search import parse_filter
    try:
        name = parse_dn(f"cn={line},dc=example", strip=True)
        whole = name == [("cn", line, ","), ("dc", "example", "")]
        tree = parse_filter(f"(userPassword={line})", None, True, None, None, False)
        value = tree.elements[0].assertion["value"]
        found = value.decode() if isinstance(value, bytes) else value
        if whole and found == line and escape_filter_chars(line) == line and escape_rdn(line) == line: keep(line)
    except Exception: pass
    """

  @Test("ldap: names and filters read back", .enabled(if: PythonReader.ldap3 != nil, "no ldap3"))
  func ldap() async throws {
    let passwords = try Self.samples(.ldap)
    let kept = try await PythonReader.kept(PythonReader.ldap3, Self.ldapReader, of: passwords)
    #expect(kept == passwords)
    let lost = ["a,b", "a+b", "a\"b", "a\\b", "a<b", "a;b", "a*b", "a(b", " a", "#a", "a#b"]
    #expect(try await PythonReader.kept(PythonReader.ldap3, Self.ldapReader, of: lost) == [])
    for password in lost + [":a", "a=b", "a/b", "a "] {
      #expect(try !Self.isSafe(password, .ldap), "\(password)")
    }
  }

  // MARK: Windows

  @Test(
    "powershell: nothing that its manual calls special, and no number or parameter",
    arguments: [
      "a b", "a'b", "a\"b", "a`b", "a$b", "a(b", "a)b", "a{b", "a}b", "a;b", "a|b", "a&b", "a<b",
      "a>b", "a@b", "a#b", "a,b", "-a", "@a", "1e3", "0x1F", "12kb", ".5", "a*b", "a?b", "a[b", "~",
      "--%", "%a",
    ])
  func powershell(word: String) throws {
    #expect(try !Self.isSafe(word, .powershell))
  }

  @Test(
    "cmd: nothing that separates, redirects, expands or escapes, and no option",
    arguments: [
      "a b", "a&b", "a|b", "a<b", "a>b", "a(b", "a)b", "a^b", "%a%", "a!b", "a\"b", "a,b", "a;b",
      "a=b", "@a", "/a", "-a", "a*b", "a?b", "+a", ".a",
    ])
  func cmd(word: String) throws {
    #expect(try !Self.isSafe(word, .cmd))
  }

  @Test(
    "No blanks are at an end, except for the keys of keyboards", arguments: SafeContext.allCases)
  func blanks(context: SafeContext) throws {
    guard context != .typeable else { return }
    #expect(try !Self.isSafe(" bcd", context))
    #expect(try !Self.isSafe("bcd ", context))
  }
}

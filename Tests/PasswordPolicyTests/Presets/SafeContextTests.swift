import Foundation
import PasswordPolicy
import Testing
import _TestSupport

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Contexts that passwords are written into")
struct SafeContextTests {
  // MARK: The constraints

  @Test("Every context makes a policy that can be met", arguments: SafeContext.allCases)
  func feasible(context: SafeContext) throws {
    let policy = context.policy
    #expect(policy.contradictions.isEmpty)
    #expect(try CompiledPolicy(policy).isCompliant("bcdefghijk"))
    #expect(try SafeSamples.passwords(context).count > 2000)
  }

  @Test("Several contexts allow what each of them allows")
  func intersection() throws {
    #expect(SafeContext.policy(for: []) == Policy())
    let all = SafeContext.policy(for: SafeContext.allCases)
    #expect(all.allowed == "BCDEFGHIJKLNOPRSTUVXbcdefghijklnoprstuvx")
    #expect(all.contradictions.isEmpty)
    let both = SafeContext.policy(for: [.shell, .csv])
    #expect(both.allowed?.contains(",") == false)
    #expect(both.allowed?.contains("%") == true)
    #expect(both.firstAllowed?.contains("@") == false)
  }

  @Test(
    "The sets are those of the documentation",
    arguments: [
      (SafeContext.url, 66, nil), (.shell, 71, nil), (.dsn, 66, nil), (.xml, 90, 89),
      (.json, 93, 92), (.csv, 90, 52), (.yaml, 87, nil), (.dotenv, 71, nil),
      (.systemd, 70, nil), (.ini, 70, nil), (.pgpass, 93, 92), (.powershell, 69, nil),
      (.cmd, 68, nil), (.ldap, 82, 81), (.hcl, 91, 90), (.typeable, 41, nil),
    ] as [(SafeContext, Int, Int?)])
  func sizes(context: SafeContext, allowed: Int, last: Int?) {
    #expect(context.policy.allowed?.count == allowed)
    #expect(context.policy.lastAllowed?.count == last)
  }

  // MARK: A URL and a data source

  @Test("url: user information, path, query and fragment of a URL read back")
  func url() throws {
    for password in try SafeSamples.passwords(.url) {
      let text =
        "https://user:\(password)@host.example/a/\(password)/b?k=\(password)&l=1#\(password)"
      let components = try #require(URLComponents(string: text), "\(text)")
      #expect(components.percentEncodedPassword == password)
      #expect(components.host == "host.example")
      #expect(components.path == "/a/\(password)/b")
      #expect(components.queryItems?.map(\.value) == [password, "1"])
      #expect(components.fragment == password)
      let url = try #require(components.url)
      #expect(url.standardized.path == "/a/\(password)/b")
    }
  }

  @Test("dsn: a database URL and strings of keys and values read back")
  func dsn() throws {
    for password in try SafeSamples.passwords(.dsn) {
      let url = try #require(
        URLComponents(string: "postgres://user:\(password)@db.example:5432/name"))
      #expect(url.password == password)
      #expect(url.host == "db.example")
      #expect(
        LibpqParameters.read("host=db user=me password=\(password) dbname=x")?["password"]
          == password)
      #expect(
        LibpqParameters.read("password = \(password)")?["password"] == password)
      // ADO.NET, ODBC and JDBC: quotes, braces, semicolons and equals signs are what is special.
      #expect(!password.contains { "'\"{};= ,[]()?*!@&+%/\\".contains($0) })
    }
  }

  // MARK: A shell

  /// Every password three times: as an argument where options may stand, as the value of an
  /// assignment, and in a here-document.
  private static func script(_ passwords: [String]) -> String {
    passwords.map { password in
      """
      set \(password); printf '%s\\n' "${#}$1"
      value=\(password); printf '%s\\n' "$value"
      printf '%s\\n' \(password) key=\(password) --key=\(password)
      while read -r line; do printf '%s\\n' "$line"; done <<END
      \(password)
      END

      """
    }.joined()
  }

  private static func expected(_ passwords: [String]) -> String {
    passwords.map { "1\($0)\n\($0)\n\($0)\nkey=\($0)\n--key=\($0)\n\($0)\n" }.joined()
  }

  @Test(
    "shell: a bare word reads back",
    arguments: [
      ("sh", []), ("dash", []), ("bash", []), ("bash", ["-O", "extglob"]), ("zsh", []),
      ("zsh", ["-o", "EXTENDED_GLOB"]), ("zsh", ["-o", "MAGIC_EQUAL_SUBST"]),
    ])
  func shell(name: String, options: [String]) async throws {
    guard let path = Program.path(name) else { try Test.cancel("\(name) is not installed") }
    let passwords = try SafeSamples.passwords(.shell, count: 500)
    let chunks = stride(from: 0, to: passwords.count, by: 400).map {
      Array(passwords[$0..<min($0 + 400, passwords.count)])
    }
    for chunk in chunks {
      let output = try await Program.run(path, options + ["-s"], input: Self.script(chunk))
      #expect(firstDifference(output, Self.expected(chunk)) == nil)
    }
  }

  @Test(
    "shell: excluded characters do not read back",
    arguments: ["a$b", "~", "a*b;", "a b", "-x", "a\\b", "a'b'", "#a", "a&b", "a|cat", "+x"])
  func notShell(word: String) async throws {
    let output = try await Program.run("sh", ["-s"], input: Self.script([word]))
    #expect(output != Self.expected([word]))
    #expect(try !CompiledPolicy(SafeContext.shell.policy).isCompliant(word))
  }

  // MARK: XML and JSON

  @Test("xml: text and attribute values read back")
  func xml() throws {
    let passwords = try SafeSamples.passwords(.xml)
    let elements = passwords.map { "<p a=\"\($0)\" b='\($0)'>\($0)</p>" }.joined()
    let reader = XMLReader()
    #expect(reader.read("<r>\(elements)</r>"))
    #expect(firstDifference(reader.found, passwords.map { [$0, $0, $0] }) == nil)
  }

  @Test(
    "xml: excluded characters are not read or do not read back", arguments: ["a&b", "a<b", "\"'"])
  func notXML(text: String) throws {
    let reader = XMLReader()
    let isRead = reader.read("<r><p a=\"\(text)\" b='\(text)'>\(text)</p></r>")
    #expect(!isRead || reader.found != [[text, text, text]])
    #expect(try !CompiledPolicy(SafeContext.xml.policy).isCompliant(text))
  }

  @Test("json: strings read back")
  func json() throws {
    let passwords = try SafeSamples.passwords(.json)
    let text = "[\(passwords.map { "\"\($0)\"" }.joined(separator: ","))]"
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String]
    #expect(firstDifference(try #require(read), passwords) == nil)
  }

  @Test("json: excluded characters are not read or do not read back", arguments: ["a\"b", "a\\nb"])
  func notJSON(text: String) throws {
    let read = try? JSONSerialization.jsonObject(with: Data("[\"\(text)\"]".utf8)) as? [String]
    #expect(read != [text])
    #expect(try !CompiledPolicy(SafeContext.json.policy).isCompliant(text))
  }

  // MARK: CSV and YAML

  @Test("csv: fields read back, and none is a formula")
  func csv() async throws {
    let passwords = try SafeSamples.passwords(.csv)
    #expect(passwords.allSatisfy { $0.first?.isLetter == true && $0.last?.isLetter == true })
    #expect(passwords.allSatisfy { !$0.contains { " ,;\"\\\n\r\t".contains($0) } })
    let text = passwords.map { "1,\($0),2\n" }.joined()
    let script = #"while IFS=, read -r a field b rest; do printf '%s\n' "$a$b$rest$field"; done"#
    let output = try await Program.run("sh", ["-c", script], input: text)
    #expect(firstDifference(output, passwords.map { "12\($0)\n" }.joined()) == nil)
  }

  @Test(
    "csv: fields read back with Python's reader in its usual dialects",
    .enabled(if: Program.isInstalled("python3"), "python3 is not installed"))
  func csvPython() async throws {
    let passwords = try SafeSamples.passwords(.csv)
    let text = passwords.map { "1,\($0),2\n" }.joined()
    for options in ["", ", delimiter=';'", ", skipinitialspace=True, escapechar='\\\\'"] {
      let program = """
        import csv, sys
        for row in csv.reader(sys.stdin\(options)): print('12' + row[1] if len(row) == 3 else row)
        """
      let input = options.contains(";") ? passwords.map { "1;\($0);2\n" }.joined() : text
      let output = try await Program.run("python3", ["-c", program], input: input)
      #expect(firstDifference(output, passwords.map { "12\($0)\n" }.joined()) == nil)
    }
  }

  @Test(
    "csv: anything that a spreadsheet reads as a number, date, time, truth value or formula is refused",
    arguments: [
      "12345678", "3E15", "1e5", "0x1F", "5-11", "1-1-24", "5/11", "12:30", "50%", "$5", "(12)",
      "=A1", "+A", "-A", "@A", "'A", "#A", "MAR1", "Sept2", "5-Jan", "Jan-5", "1.März", "TRUE",
      "False", "wahr", "FAUX", "NaN", "null", "inf", "NA", "5 pm", "a b", "A1", "R1C1", "a,b",
    ])
  func notCSV(field: String) throws {
    #expect(try !CompiledPolicy(SafeContext.csv.policy).isCompliant(field))
  }

  private static let yamlPython = Program.python(with: "yaml")
  private static let noYAML: Comment = "PyYAML is not installed"

  /// Reads each line as a value of a block and of a flow mapping and as elements of sequences, and
  /// prints those that come back as strings.
  private static let yamlProgram = """
    import sys, yaml
    loader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
    def load(text):
      try: return yaml.load(text, loader)
      except yaml.YAMLError: return None
    lines = sys.stdin.read().split('\\n')[:-1]
    for line in lines:
      text = 'a: %s\\nb: {c: %s, d: [%s,%s]}\\ne:\\n- %s\\n' % ((line,) * 5)
      whole = {'a': line, 'b': {'c': line, 'd': [line, line]}, 'e': [line]}
      if load(text) == whole and load(line) == line: print(line)
    """

  @Test("yaml: plain scalars stay strings", .enabled(if: yamlPython != nil, noYAML))
  func yaml() async throws {
    let passwords = try SafeSamples.passwords(.yaml)
    #expect(passwords.allSatisfy { $0.first?.isLetter == true })
    let text = passwords.map { $0 + "\n" }.joined()
    let output = try await Program.run(
      #require(Self.yamlPython), ["-c", Self.yamlProgram], input: text)
    #expect(firstDifference(output, text) == nil)
  }

  static let notStrings = [
    "true", "False", "NULL", "no", "Off", "yes", "on", "12", "0x1F", "2024-01-01", "~", ".5",
    "-", "- a", "*a", "&a", "!a", "a,b", "a:", "[a", "{a}", "#a", "|", ">", "%a", "@a",
    "`a",
    "? a",
    "190:20:30", ".inf", "=", "<<",
  ]

  @Test("yaml: excluded values are refused")
  func notYAML() throws {
    let policy = try CompiledPolicy(SafeContext.yaml.policy)
    // These come back from libyaml; YAML 1.2 has `1e5` as a number, and PyYAML's own loader fails on
    // `a?` in a flow sequence.
    for word in Self.notStrings + ["y", "N", "1e5", "-a b", "a?", "?"] {
      #expect(!policy.isCompliant(word), "\(word)")
    }
  }

  @Test(
    "yaml: most excluded values do not read back", .enabled(if: yamlPython != nil, noYAML))
  func notYAMLStrings() async throws {
    let output = try await Program.run(
      #require(Self.yamlPython), ["-c", Self.yamlProgram],
      input: Self.notStrings.map { $0 + "\n" }.joined())
    #expect(output == "")
  }

  // MARK: Keyboards

  /// The rows of keys of three layouts, without shift and with it; the key of a column is the same.
  private static let layouts: [[[String]]] = [
    [
      ["`1234567890-=", "qwertyuiop[]", "asdfghjkl;'\\", "zxcvbnm,./"],
      ["~!@#$%^&*()_+", "QWERTYUIOP{}", "ASDFGHJKL:\"|", "ZXCVBNM<>?"],
    ],
    [
      ["^1234567890ß´", "qwertzuiopü+", "asdfghjklöä#", "yxcvbnm,.-"],
      ["°!\"§$%&/()=?`", "QWERTZUIOPÜ*", "ASDFGHJKLÖÄ'", "YXCVBNM;:_"],
    ],
    [
      ["²&é\"'(-è_çà)=", "azertyuiop^$", "qsdfghjklmù*", "wxcvbn,;:!"],
      ["³1234567890°+", "AZERTYUIOP¨£", "QSDFGHJKLM%µ", "WXCVBN?./§"],
    ],
  ]

  @Test("typeable: the same key and the same shift on three keyboards")
  func typeable() {
    var same: Set<Character> = [" "]
    for shift in 0...1 {
      for row in 0...3 {
        let rows = Self.layouts.map { Array($0[shift][row]) }
        #expect(Set(rows.map(\.count)).count == 1)
        for column in rows[0].indices where Set(rows.map { $0[column] }).count == 1 {
          same.insert(rows[0][column])
        }
      }
    }
    #expect(Set(SafeContext.typeable.policy.allowed ?? "") == same)
  }
}

/// The attributes `a` and `b` and the text of every element `p`.
private final class XMLReader: NSObject, XMLParserDelegate {
  private(set) var found: [[String]] = []

  func read(_ text: String) -> Bool {
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard name == "p" else { return }
    found.append([attributes["a"] ?? "", attributes["b"] ?? "", ""])
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard !found.isEmpty else { return }
    found[found.count - 1][2] += text
  }
}

/// The connection strings of libpq, by its manual (34.1.1.1): keywords and values with an equals sign
/// between that spaces may surround; a value is quoted when it is empty or holds spaces, and single
/// quotes and backslashes are escaped by a backslash.
private enum LibpqParameters {
  static func read(_ text: String) -> [String: String]? {
    var rest = text[...]
    var parameters: [String: String] = [:]
    func skipSpaces() { rest = rest.drop { $0.isWhitespace } }
    skipSpaces()
    while !rest.isEmpty {
      let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
      rest = rest.dropFirst(key.count)
      skipSpaces()
      guard rest.first == "=" else { return nil }
      rest = rest.dropFirst()
      skipSpaces()
      let isQuoted = rest.first == "'"
      if isQuoted { rest = rest.dropFirst() }
      var value = ""
      while let next = rest.first, isQuoted ? next != "'" : !next.isWhitespace {
        rest = rest.dropFirst()
        value.append(next == "\\" ? rest.popFirst() ?? next : next)
      }
      if isQuoted { rest = rest.dropFirst() }
      parameters[String(key)] = value
      skipSpaces()
    }
    return parameters
  }
}

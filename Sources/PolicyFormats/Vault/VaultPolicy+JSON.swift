internal import PasswordPolicy
internal import TextTools

extension VaultPolicy {
  /// Whether a text is the JSON form of HCL, which Vault accepts too: it begins with a brace.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.first { !TextScanner.isSpace($0) } == UInt8(ascii: "{")
  }

  /// Reads the JSON form.
  ///
  /// ```json
  /// {"length": 12, "rule": [{"charset": {"charset": "abc", "min-chars": 1}}]}
  /// ```
  /// A single rule needs no array, neither of rules nor of settings.
  ///
  /// - Throws: ``FormatError`` with every problem.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  init(parsingJSON json: [UInt8]) throws(FormatError) {
    var reader = SettingsReader(json)
    let length = reader.integer("length", in: Self.lengths)
    let rules = reader.elements("rule")
    for path in reader.unknownPaths {
      reader.report(path, "no such name; known names: length, rule")
    }
    if reader.problems.isEmpty {
      if length == nil { reader.report("$.length", "there is no length; add \"length\": 20") }
      if rules.isEmpty {
        reader.report("$.rule", "there is no rule; add {\"charset\": {\"charset\": \"…\"}}")
      }
    }
    self.length = length ?? 0
    for (path, value) in rules {
      var rule = SettingsReader(path: path, value)
      let settings = rule.elements("charset")
      for path in rule.unknownPaths {
        rule.report(path, "no such kind of rule; use charset")
      }
      reader.take(problemsOf: rule)
      guard rule.problems.isEmpty else { continue }
      guard settings.count == 1, let (path, value) = settings.first else {
        reader.report(path, "a rule holds one charset; write each as a rule of its own")
        continue
      }
      if let charset = Self.charset(path: path, value, &reader) { charsets.append(charset) }
    }
    if reader.problems.isEmpty {
      for reason in refusals { reader.report("$", reason) }
    }
    guard reader.problems.isEmpty else { throw FormatError(problems: reader.problems) }
  }

  private static func charset(
    path: String, _ value: JSON, _ problems: inout SettingsReader
  ) -> Charset? {
    var reader = SettingsReader(path: path, value)
    let characters = reader.string("charset").map { Scalars($0) } ?? []
    let min = reader.integer("min-chars", in: 0...Policy.maximumLength) ?? 0
    for path in reader.unknownPaths {
      reader.report(path, "no such name; known names: charset, min-chars")
    }
    if reader.problems.isEmpty && characters.isEmpty {
      reader.report(path, "the rule has no characters; add \"charset\": \"…\"")
    }
    problems.take(problemsOf: reader)
    return reader.problems.isEmpty ? Charset(characters: characters, min: min) : nil
  }
}

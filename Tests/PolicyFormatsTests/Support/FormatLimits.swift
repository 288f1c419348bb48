import Foundation
import PolicyFormats

/// What the reader of each format refuses, or takes for no rule: written from its documentation or
/// source, without the module.
enum FormatLimits {
  /// Why the other side refuses a text; none where it takes it.
  static func refusals(_ text: String, _ format: PolicyFormat) throws -> [String] {
    switch format {
    case .passwright: []
    case .vaultHCL: VaultChecker(text).refusals
    case .apple: apple(text)
    case .libpwquality: pwquality(text)
    case .sailpoint: sailPoint(try object(text))
    case .entrust: entrust(try object(text))
    case .passwordstate: passwordstate(text)
    }
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// The grammar that browsers read, and values that say something.
  private static func apple(_ text: String) -> [String] {
    let name = /lower|upper|digit|special|ascii-printable|unicode/
    // A hyphen first, a closing bracket last.
    let set = /\[-?[ -,.-\\^-~]*\]?\]/
    return text.split(separator: "\n").flatMap { line -> [String] in
      var rest = Substring(line)
      var refusals: [String] = []
      while !rest.isEmpty {
        if let number = rest.prefixMatch(of: #/(minlength|maxlength|max-consecutive): ([0-9]+); ?/#)
        {
          if Int(number.2) == 0 { refusals.append("\(number.1) 0 is no rule") }
          rest = rest[number.range.upperBound...]
        } else if let rule = rest.prefixMatch(of: #/(required|allowed): /#) {
          rest = rest[rule.range.upperBound...]
          while true {
            guard let end = rest.prefixMatch(of: name)?.range ?? rest.prefixMatch(of: set)?.range
            else { return refusals + ["no class: \(rest)"] }
            if rest[end] == "[]" { refusals.append("an empty set") }
            rest = rest[end.upperBound...]
            guard rest.hasPrefix(", ") else { break }
            rest = rest.dropFirst(2)
          }
          guard let end = rest.prefixMatch(of: #/; ?/#) else {
            return refusals + ["no end: \(rest)"]
          }
          rest = rest[end.range.upperBound...]
        } else {
          return refusals + ["no rule: \(rest)"]
        }
      }
      return refusals
    }
  }

  /// `pwquality_read_config`: `fgets` into 1,024 bytes, and numbers that fit an `int`.
  private static func pwquality(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      if line.utf8.count + 1 > 1023 { return ["a line of \(line.utf8.count) bytes"] }
      if line.utf8.contains(0) { return ["a NUL"] }
      if line.isEmpty || line.hasPrefix("badwords = ") { return [] }
      guard let match = line.wholeMatch(of: /([a-z]+) = (-?[0-9]+)/), Int32(match.2) != nil else {
        return ["no setting: \(line)"]
      }
      let most = match.1 == "minclass" ? 4 : Int32.max
      return Int32(match.2) ?? 0 > most ? ["\(line) is out of range"] : []
    }
  }

  /// The object `PasswordPolicyV3Dto`: −1 or 0 are no rule.
  private static func sailPoint(_ object: [String: Any]) -> [String] {
    let counts = ["minAlpha", "minUpper", "minLower", "minNumeric", "minSpecial"]
    let numbers = counts + ["minLength", "maxLength", "minCharacterTypes", "maxRepeatedChars"]
    var refusals = object.keys.filter { $0 != "name" && !numbers.contains($0) }
    func number(_ key: String) -> Int { object[key] as? Int ?? Int.min }
    refusals += numbers.filter { !(-1...Int(Int32.max)).contains(number($0)) }
    if number("minCharacterTypes") > 4 { refusals.append("minCharacterTypes") }
    let most = number("maxLength") > 0 ? number("maxLength") : Int.max
    if number("minLength") > most { refusals.append("minLength above maxLength") }
    let sum = counts.dropFirst().reduce(0) { $0 + max(0, number($1)) }
    if sum > most || number("minAlpha") > most { refusals.append("more than maxLength") }
    return refusals
  }

  /// The object `UserPasswordSettings`: numbers to 255.
  private static func entrust(_ object: [String: Any]) -> [String] {
    var refusals: [String] = []
    var sum = 0
    for (inclusion, count) in [
      ("includeLowercase", "numberOfLowercaseRequired"),
      ("includeUppercase", "numberOfUppercaseRequired"),
      ("includeNumber", "numberOfNumericRequired"),
      ("includeNonalphanumeric", "numberOfNonalphanumericRequired"),
    ] {
      let number = object[count] as? Int ?? -1
      let kind = object[inclusion] as? String ?? ""
      if !["REQUIRED", "ALLOWED", "NOT_ALLOWED"].contains(kind) { refusals.append(inclusion) }
      if (kind == "REQUIRED") != (number > 0) { refusals.append("\(count) \(number)") }
      sum += number
    }
    for key in object.keys {
      if let number = object[key] as? Int, !(0...255).contains(number) {
        refusals.append("\(key) \(number)")
      }
    }
    let most = object["maximumLength"] as? Int ?? 0
    if most == 0 { refusals.append("maximumLength 0 is no rule") }
    if object["minimumLength"] as? Int ?? 0 > most { refusals.append("minimumLength") }
    if sum > most { refusals.append("\(sum) required of \(most)") }
    return refusals
  }

  /// The query of `generatepassword`: characters of some kind, and a range of lengths.
  private static func passwordstate(_ text: String) -> [String] {
    guard let components = URLComponents(string: "?" + text.dropLast()) else { return ["no query"] }
    let items = (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }
    let values = Dictionary(items, uniquingKeysWith: { first, _ in first })
    var refusals: [String] = []
    if values.count != items.count { refusals.append("a key twice") }
    let kinds = [
      "lowerCaseChars", "upperCaseChars", "numericChars", "specialChars", "bracketChars",
    ]
    if !kinds.contains(where: { values[$0] == "true" }) { refusals.append("no characters") }
    let least = values["minLength"].flatMap { Int($0) } ?? 0
    let most = values["maxLength"].flatMap { Int($0) } ?? least
    if least < 1 || most < least { refusals.append("lengths \(least) to \(most)") }
    if !items.allSatisfy({ $0.1.utf8.allSatisfy { (0x20...0x7E).contains($0) } }) {
      refusals.append("not printable ASCII")
    }
    return refusals
  }
}

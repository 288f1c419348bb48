import ArgumentParserWithoutFoundation
import Passwright

/// The output format of a check.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case text, ndjson, csv
}

/// The fixed text around the parts of a record of a format; it holds nothing of a password.
///
/// ```
/// {"line":12,"compliant":false,"violations":[{…},{…}],"strength":{"score":62.50,"level":"Weak"}}
/// start   fails                              separator beforeScore      beforeLevel     afterLevel end
///
/// 12,false,first last,62.50,Weak,"[{…},{…}]"
/// ```
/// In CSV the violations appear twice: by code among the other columns, and in full in the last.
struct CheckLayout: Sendable {
  /// Before the first record.
  let header: String
  let start: String
  /// After the number of the line.
  let complies: String
  let fails: String
  let separator: String
  let beforeScore: String
  let beforeLevel: String
  let afterLevel: String
  /// In place of the score, the level and the text around them, where there are none.
  let unmeasured: String
  /// Between the rules when they are repeated.
  let detailSeparator: String
  let end: String
  /// How a broken rule is written.
  let violation: @Sendable (Rule) -> String
  /// How it is repeated after the level; empty: not at all.
  let detail: @Sendable (Rule) -> String

  init(_ format: CheckFormat) {
    switch format {
    case .text:
      header = ""
      start = ""
      complies = ": ok"
      fails = ": "
      separator = ", "
      beforeScore = "  strength "
      beforeLevel = " "
      afterLevel = ""
      unmeasured = "  strength not measured"
      detailSeparator = ""
      end = "\n"
      violation = \.code
      detail = { _ in "" }
    case .ndjson:
      header = ""
      start = "{\"line\":"
      complies = ",\"compliant\":true,\"violations\":["
      fails = ",\"compliant\":false,\"violations\":["
      separator = ","
      beforeScore = "],\"strength\":{\"score\":"
      beforeLevel = ",\"level\":\""
      afterLevel = "\"}"
      unmeasured = "],\"strength\":null"
      detailSeparator = ""
      end = "}\n"
      violation = \.violationJSON
      detail = { _ in "" }
    case .csv:
      header = "line,compliant,violations,score,level,details\n"
      start = ""
      complies = ",true,"
      fails = ",false,"
      separator = " "
      beforeScore = ","
      beforeLevel = ","
      afterLevel = ",\"["
      unmeasured = ",,,\"["
      detailSeparator = ","
      end = "]\"\n"
      violation = \.code
      detail = { String($0.violationJSON.csv.dropFirst().dropLast()) }
    }
  }
}

extension Rule {
  /// The violation as a JSON object on one line.
  fileprivate var violationJSON: String { json(sentence: "message", violationMessage) }

  /// The code, the parameters and a sentence, as a JSON object on one line.
  func json(sentence key: String, _ sentence: String) -> String {
    let parameters = parameters.sorted { $0.key < $1.key }.map { name, value in
      switch value {
      case .number(let number): "\(name.json):\(number)"
      case .name(let text): "\(name.json):\(text.json)"
      }
    }
    return """
      {"code":\(code.json),"parameters":{\(parameters.joined(separator: ","))},\
      \(key.json):\(sentence.json)}
      """
  }
}

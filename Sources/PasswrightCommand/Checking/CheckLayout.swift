import ArgumentParser
import Passwright

/// How the outcome of a check is written.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case text, ndjson, csv
}

/// What stands around the parts of a record of a format; nothing of a password is among them.
///
/// ```
/// {"line":12,"compliant":false,"violations":[{…},{…}],"strength":{"score":62.50,"level":"Weak"}}
/// start   fails                              separator beforeScore      beforeLevel     end
/// ```
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
  let end: String
  /// In place of the score, the level and what stands around them, where there are none.
  let unmeasured: String
  /// How a rule that is broken is told.
  let violation: @Sendable (Rule) -> String

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
      end = "\n"
      unmeasured = "  strength not measured\n"
      violation = \.code
    case .ndjson:
      header = ""
      start = "{\"line\":"
      complies = ",\"compliant\":true,\"violations\":["
      fails = ",\"compliant\":false,\"violations\":["
      separator = ","
      beforeScore = "],\"strength\":{\"score\":"
      beforeLevel = ",\"level\":\""
      end = "\"}}\n"
      unmeasured = "],\"strength\":null}\n"
      violation = { $0.json(sentence: "message", $0.violationMessage) }
    case .csv:
      header = "line,compliant,violations,score,level\n"
      start = ""
      complies = ",true,"
      fails = ",false,"
      separator = " "
      beforeScore = ","
      beforeLevel = ","
      end = "\n"
      unmeasured = ",,\n"
      violation = \.code
    }
  }
}

extension Rule {
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

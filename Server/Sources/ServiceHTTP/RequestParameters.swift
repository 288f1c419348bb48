public import PasswordService
import TextTools

/// The named values of a request: those of the query and those of the body, which win.
///
/// Names are compared without regard to case. A value that is given twice counts as given last.
public struct RequestParameters: Sendable {
  private var values: [String: String] = [:]

  /// Makes no values.
  public init() {}

  /// Reads the values of a query string.
  ///
  /// - Throws: ``ServiceError/invalid(_:)``.
  public init(query: String?) throws(ServiceError) {
    guard let query, !query.isEmpty else { return }
    guard let pairs = URLEncoding.pairs(of: query) else {
      throw .invalid(["The query is not percent-encoded UTF-8."])
    }
    for (name, value) in pairs { try set(name, value) }
  }

  /// Adds the values of a body.
  ///
  /// - Parameters:
  ///   - body: the bytes; none: there are no values.
  ///   - contentType: what the request says that they are.
  /// - Throws: ``ServiceError/invalid(_:)`` when they are not that.
  public mutating func merge(body: [UInt8], contentType: String?) throws(ServiceError) {
    guard !body.isEmpty else { return }
    let parts = (contentType ?? "").split(separator: ";").map {
      $0.trimmingSpaces().lowercased()
    }
    for parameter in parts.dropFirst() where parameter.hasPrefix("charset=") {
      let charset = parameter.dropFirst("charset=".count).filter { $0 != "\"" }
      guard ["utf-8", "utf8", "us-ascii"].contains(charset) else {
        throw .invalid(["The body must be UTF-8; its Content-Type says otherwise."])
      }
    }
    switch parts.first {
    case "application/json"?, "text/json"?: try merge(json: body)
    case "application/x-www-form-urlencoded"?: try merge(form: body)
    default:
      throw .invalid([
        "The Content-Type must be application/json or application/x-www-form-urlencoded, as the body is."
      ])
    }
  }

  private mutating func merge(json body: [UInt8]) throws(ServiceError) {
    let json: JSON
    do {
      json = try JSON(parsing: body)
    } catch {
      throw .invalid(error.problems.map { "The body is not JSON: \($0)." })
    }
    switch json {
    case .null: return
    case .object(let members):
      for member in members {
        switch member.value {
        case .null: continue
        case .string(let text): try set(member.key, text)
        case .integer(let number): try set(member.key, String(number))
        case .number(let number): try set(member.key, String(number))
        case .boolean(let value): try set(member.key, value ? "true" : "false")
        // No field takes one: clients send back what they were answered, as a whole.
        case .array, .object: continue
        }
      }
    default: throw .invalid(["The body must be a JSON object, not \(json.kind)."])
    }
  }

  private mutating func merge(form body: [UInt8]) throws(ServiceError) {
    guard let text = String(validating: body, as: UTF8.self) else {
      throw .invalid(["The body is not UTF-8."])
    }
    if let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      first == "{" || first == "["
    {
      throw .invalid(["The body looks like JSON; set the Content-Type to application/json."])
    }
    guard let pairs = URLEncoding.pairs(of: text) else {
      throw .invalid(["The body is not percent-encoded UTF-8."])
    }
    for (name, value) in pairs { try set(name, value) }
  }

  private mutating func set(_ name: String, _ value: String) throws(ServiceError) {
    guard value.unicodeScalars.allSatisfy(Self.isAllowed) else {
      throw .invalid(["A value holds a control character, which no field takes."])
    }
    values[name.lowercased()] = value
  }

  /// Whether a character can stand in an answer of either format, XML 1.0 being the narrower one.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  // MARK: Values

  /// The value of a name; `nil`: not given.
  public subscript(name: String) -> String? { values[name.lowercased()] }

  /// The value of a name unless it is empty.
  public func text(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether any of the names is given.
  public func containsAny(of names: some Sequence<String>) -> Bool {
    names.contains { values[$0.lowercased()] != nil }
  }

  /// All values, in the order of their names.
  public var sorted: [(name: String, value: String)] {
    values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A whole number; `nil`: not given, or empty.
  ///
  /// - Throws: ``ServiceError/invalid(_:)`` when it is no whole number of the range.
  public func integer(
    _ name: String, in range: ClosedRange<Int> = 0...Int(Int32.max)
  ) throws(ServiceError) -> Int? {
    guard let text = text(name) else { return nil }
    guard let number = Int(text.trimmingSpaces()), range.contains(number) else {
      throw .invalid([
        "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)."
      ])
    }
    return number
  }

  /// A boolean in any letter case; `nil`: not given, or empty.
  ///
  /// - Throws: ``ServiceError/invalid(_:)`` when it is neither `true` nor `false`.
  public func boolean(_ name: String) throws(ServiceError) -> Bool? {
    guard let text = text(name) else { return nil }
    switch text.trimmingSpaces().lowercased() {
    case "true": return true
    case "false": return false
    default: throw .invalid(["\(name) must be true or false."])
    }
  }

  /// A flag that may stand without a value, as in `?QueryAll`.
  public func flag(_ name: String) throws(ServiceError) -> Bool {
    guard self[name] != nil else { return false }
    return try boolean(name) ?? true
  }

  /// A date `yyyy-MM-dd`; an inner `nil` when the value is empty, an outer one when not given.
  ///
  /// - Throws: ``ServiceError/invalid(_:)`` when it is no date.
  public func date(_ name: String) throws(ServiceError) -> CalendarDate?? {
    guard let text = self[name] else { return nil }
    if text.isEmpty { return .some(nil) }
    guard let date = CalendarDate(iso: text) else {
      throw .invalid(["\(name) must be a date, yyyy-MM-dd."])
    }
    return date
  }
}

extension StringProtocol {
  /// The text without the spaces around it.
  package func trimmingSpaces() -> String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}

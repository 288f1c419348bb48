/// What a search looks for.
public struct RecordSearch: Hashable, Sendable {
  /// How a date is compared.
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case equal = "="
    case greaterOrEqual = ">="
    case greater = ">"

    /// Whether a date stands in this relation to another.
    func holds(_ date: CalendarDate, _ other: CalendarDate) -> Bool {
      switch self {
      case .less: date < other
      case .lessOrEqual: date <= other
      case .equal: date == other
      case .greaterOrEqual: date >= other
      case .greater: date > other
      }
    }
  }

  /// One thing to look for.
  public enum Criterion: Hashable, Sendable {
    /// Some field contains the text.
    case anyField(String)
    /// The field contains the text.
    case field(RecordField, String)
    /// The expiry date stands in all of these relations; a record without one stands in none.
    case expiry([ExpiryCondition])
  }

  /// A relation of the expiry date to a day.
  public struct ExpiryCondition: Hashable, Sendable {
    /// The relation.
    public let comparison: Comparison
    /// The day.
    public let date: CalendarDate

    /// Makes a condition.
    public init(_ comparison: Comparison, _ date: CalendarDate) {
      self.comparison = comparison
      self.date = date
    }
  }

  /// What to look for; none finds every record.
  public var criteria: [Criterion]
  /// Whether all criteria have to hold; otherwise one is enough.
  public var requiresAll: Bool

  /// Makes a search.
  public init(criteria: [Criterion], requiresAll: Bool = false) {
    self.criteria = criteria
    self.requiresAll = requiresAll
  }

  /// Whether a record is found; letter case is not looked at, nor are secrets.
  func matches(_ contents: RecordContents) -> Bool {
    guard !criteria.isEmpty else { return true }
    return requiresAll
      ? criteria.allSatisfy { $0.holds(contents) } : criteria.contains { $0.holds(contents) }
  }
}

extension RecordSearch.Criterion {
  fileprivate func holds(_ contents: RecordContents) -> Bool {
    switch self {
    case .anyField(let text):
      RecordField.allCases.contains { Self.contains(contents.texts[$0], text) }
    case .field(let field, let text): Self.contains(contents.texts[field], text)
    case .expiry(let conditions):
      if let expiry = contents.expiryDate {
        conditions.allSatisfy { $0.comparison.holds(expiry, $0.date) }
      } else {
        false
      }
    }
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    if part.isEmpty { return true }
    let text = Array(text.lowercased().utf8)
    let part = Array(part.lowercased().utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}

/// The text fields of a record that searches look at.
public enum RecordField: Int, CaseIterable, Hashable, Sendable {
  case title, userName, description
  case genericField1, genericField2, genericField3, genericField4, genericField5
  case genericField6, genericField7, genericField8, genericField9, genericField10
  case notes, url

  /// The ten generic fields.
  public static let genericFields = Array(allCases[3..<13])

  /// The number of a generic field, 1 to 10; `nil` for other fields.
  public var genericNumber: Int? {
    (Self.genericField1.rawValue...Self.genericField10.rawValue).contains(rawValue)
      ? rawValue - Self.genericField1.rawValue + 1 : nil
  }

  /// The generic field of a number, 1 to 10.
  public init?(genericNumber: Int) {
    guard (1...10).contains(genericNumber) else { return nil }
    self.init(rawValue: Self.genericField1.rawValue + genericNumber - 1)
  }

  /// The most UTF-16 units that the field holds; `nil`: no limit of its own.
  public var maximumLength: Int? {
    switch self {
    case .title, .userName, .description, .url: 255
    case .notes: 8000
    default: nil
    }
  }
}

/// The texts of a record, each empty unless it was given.
public struct RecordTexts: Hashable, Sendable {
  private var values = [String](repeating: "", count: RecordField.allCases.count)

  /// Makes empty texts.
  public init() {}

  /// The text of a field.
  public subscript(field: RecordField) -> String {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }
}

extension Rule.Parameter: Codable {
  /// Decodes a number or a string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .name(try container.decode(String.self))
    }
  }

  /// Encodes a number or a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let value): try container.encode(value)
    case .name(let value): try container.encode(value)
    }
  }
}

/// The keys of rules and violations as they are encoded.
private enum RuleKeys: String, CodingKey {
  case code, parameters, requirement, message
}

extension Rule: Codable {
  /// Decodes the code and the parameters.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when there is no such rule.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: RuleKeys.self)
    let code = try container.decode(String.self, forKey: .code)
    let parameters = try container.decodeIfPresent([String: Parameter].self, forKey: .parameters)
    guard let rule = Rule(code: code, parameters: parameters ?? [:]) else {
      throw DecodingError.dataCorruptedError(
        forKey: .code, in: container, debugDescription: "no rule has this code and parameters")
    }
    self = rule
  }

  /// Encodes the code, the parameters and the ``requirement``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: RuleKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(parameters, forKey: .parameters)
    try container.encode(requirement, forKey: .requirement)
  }
}

extension Violation: Codable {
  /// Decodes the code and the parameters.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when there is no such rule.
  public init(from decoder: any Decoder) throws {
    self.init(rule: try Rule(from: decoder))
  }

  /// Encodes the code, the parameters and the ``message``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: RuleKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(parameters, forKey: .parameters)
    try container.encode(message, forKey: .message)
  }
}

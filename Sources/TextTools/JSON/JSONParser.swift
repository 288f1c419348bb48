/// Reads JSON without Foundation.
///
/// After a problem that leaves no doubt about what follows, such as a wrong escape, it continues to
/// find others; the value is then of no use.
struct JSONParser {
  /// Thrown where no more can be read; the problem is recorded.
  struct Stop: Error {}

  let text: [UInt8]
  var position = 0
  private let keepsRepeatedKeys: Bool
  private var problems: [(offset: Int, reason: String)] = []

  private init(_ text: [UInt8], keepsRepeatedKeys: Bool) {
    self.text = text
    self.keepsRepeatedKeys = keepsRepeatedKeys
  }

  static func parse(_ text: [UInt8], keepsRepeatedKeys: Bool) throws(JSONError) -> JSON {
    var parser = JSONParser(text, keepsRepeatedKeys: keepsRepeatedKeys)
    if let value = try? parser.document(), parser.problems.isEmpty { return value }
    throw parser.error
  }

  private mutating func document() throws(Stop) -> JSON {
    do {
      position = try TextStart.markLength(of: text)
    } catch {
      throw stop(error.description)
    }
    do {
      _ = try UTF8Span(validating: text.span)
    } catch {
      throw stop("not UTF-8", at: error.byteOffsets.lowerBound)
    }
    skipSpace()
    let value = try value(depth: 0)
    skipSpace()
    guard next == nil else { throw stop("something after the end") }
    return value
  }

  // MARK: Problems

  /// Records a problem after which reading continues, unless there are too many.
  mutating func report(_ reason: String, at offset: Int? = nil) throws(Stop) {
    let stop = stop(reason, at: offset)
    if problems.count >= JSONError.maximumReported { throw stop }
  }

  /// Records a problem after which nothing can be read.
  mutating func stop(_ reason: String, at offset: Int? = nil) -> Stop {
    problems.append((offset ?? position, reason))
    return Stop()
  }

  private var error: JSONError {
    var offset = (try? TextStart.markLength(of: text)) ?? 0
    var line = 1
    var column = 1
    let problems = self.problems.sorted { $0.offset < $1.offset }.map { problem in
      while offset < problem.offset {
        if text[offset] == UInt8(ascii: "\n") {
          line += 1
          column = 1
        } else if text[offset] & 0xC0 != 0x80 {
          // Each scalar has one byte that is not a continuation byte (10xxxxxx).
          column += 1
        }
        offset += 1
      }
      return JSONProblem(line: line, column: column, reason: problem.reason)
    }
    return JSONError(problems: problems)
  }

  // MARK: Bytes

  var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(Stop) -> JSON {
    switch next {
    case nil: throw stop("the text ends where a value is expected")
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    default: return try word()
    }
  }

  private mutating func open(depth: Int) throws(Stop) {
    guard depth < JSON.maximumDepth else {
      throw stop("arrays and objects nested more than \(JSON.maximumDepth) deep")
    }
    position += 1
    skipSpace()
  }

  private mutating func object(depth: Int) throws(Stop) -> JSON {
    try open(depth: depth)
    var members: [JSON.Member] = []
    var keys = KeySet()
    if take("}") { return .object(members) }
    while true {
      let start = position
      guard next == UInt8(ascii: "\"") else { throw stop("a key in double quotes is expected") }
      let key = try string()
      if !keepsRepeatedKeys, keys.isRepeated(key, after: members) {
        try report("the key occurs twice; remove one", at: start)
      }
      skipSpace()
      guard take(":") else { throw stop("a colon is expected") }
      skipSpace()
      members.append(JSON.Member(key, try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .object(members) }
      if take(",") {
        skipSpace()
        guard next == UInt8(ascii: "}") else { continue }
        try report("a key in double quotes is expected after the comma")
        position += 1
        return .object(members)
      }
      guard next == UInt8(ascii: "\"") else {
        throw stop("a comma or a closing brace is expected")
      }
      try report("a comma is expected")
    }
  }

  private mutating func array(depth: Int) throws(Stop) -> JSON {
    try open(depth: depth)
    var values: [JSON] = []
    if take("]") { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(values) }
      if take(",") {
        skipSpace()
        guard next == UInt8(ascii: "]") else { continue }
        try report("a value is expected after the comma")
        position += 1
        return .array(values)
      }
      switch next {
      case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["): break
      default: throw stop("a comma or a closing bracket is expected")
      }
      try report("a comma is expected")
    }
  }
}

/// The keys of an object, so far.
private struct KeySet {
  /// The number of members up to which comparing with each is faster than hashing.
  private static let maximumCompared = 16

  private var keys: Set<String> = []

  mutating func isRepeated(_ key: String, after members: [JSON.Member]) -> Bool {
    if members.count <= Self.maximumCompared { return members.contains { $0.key == key } }
    if keys.isEmpty { keys = Set(members.map(\.key)) }
    return !keys.insert(key).inserted
  }
}

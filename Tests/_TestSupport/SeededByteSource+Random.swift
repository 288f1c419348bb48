/// Reproducible draws by the functions of the standard library.
extension SeededByteSource: RandomNumberGenerator {
  package mutating func next() -> UInt64 {
    var bytes: InlineArray<8, UInt8> = .init(repeating: 0)
    var span = bytes.mutableSpan
    fill(&span)
    return unsafe bytes.span.bytes.unsafeLoad(as: UInt64.self)
  }
}

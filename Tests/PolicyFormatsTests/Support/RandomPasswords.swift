import _TestSupport

extension SeededByteSource {
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// Passwords of the characters of a text, of the usual kinds and of others, short and long, with
  /// and without runs.
  mutating func passwords(like text: String, count: Int) -> [String] {
    let inText = Array(text.unicodeScalars)
    let usual = Array("abcxyzABCXYZ0123489-_!$ /\\]".unicodeScalars)
    let others = Array("éßΩ中٣…🙂\u{7F}".unicodeScalars)
    return (0..<count).map { _ in
      var pools = [usual, usual]
      if chance(50) { pools = [Array("ab01".unicodeScalars)] }
      if !inText.isEmpty && chance(40) { pools.append(inText) }
      if chance(10) { pools.append(others) }
      let runs = chance(40)
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...22, using: &self) {
        let last = scalars.last
        scalars.append(runs && chance(50) ? last ?? "a" : pick(pick(pools)))
      }
      return String(scalars)
    }
  }

  /// A password with one character more, one less, another one, or one doubled.
  mutating func edited(_ password: String) -> String {
    var scalars = Array(password.unicodeScalars)
    let others = Array("aZ0-]/\\ :é~".unicodeScalars)
    guard !scalars.isEmpty else { return String(pick(others)) }
    let index = Int.random(in: 0..<scalars.count, using: &self)
    switch Int.random(in: 0..<4, using: &self) {
    case 0: scalars.insert(pick(others), at: index)
    case 1: scalars.remove(at: index)
    case 2: scalars[index] = pick(others + scalars)
    default: scalars.insert(scalars[index], at: index)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

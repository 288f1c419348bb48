/// Texts that are the same in every run: patterns, words and passwords of no meaning.
public enum Corpora {
  private static let syllables = [
    "ba", "cor", "den", "fi", "gul", "hes", "jo", "kar", "lim", "mon", "nu", "pre", "qui", "ros",
    "sta", "tev",
  ]

  /// Three or more syllables that stand for a number, and for no other.
  private static func stem(_ number: Int) -> String {
    var rest = number + 256
    var stem = ""
    while rest > 0 {
      stem += syllables[rest % 16]
      rest /= 16
    }
    return stem
  }

  /// Bad patterns as administrators write them, some anchored and some not.
  public static func patterns(_ count: Int) -> [String] {
    (0..<count).map { number in
      switch number % 4 {
      case 0: "^\(stem(number))[0-9]{2,4}"
      case 1: "\(stem(number))$"
      case 2: "\(stem(number))(19|20)[0-9]{2}"
      default: "^[^a-z]*\(stem(number))"
      }
    }
  }

  /// Bad words of 7 to 20 characters, a line each.
  public static func words(_ count: Int) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(16 * count)
    for number in 0..<count {
      lines.append(contentsOf: stem(number).utf8)
      lines.append(contentsOf: ["1", "99", "!", "2026"][number % 4].utf8)
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }
}

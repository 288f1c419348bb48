import PasswordGeneration

extension SmallRecipe {
  static let plain: [SmallRecipe] = [
    SmallRecipe("one digit") { $0.keep("0123456789", in: .digits) },
    SmallRecipe("the usual four classes, one character") { _ in },
    SmallRecipe("all five classes, one character") { $0.brackets = true },
    SmallRecipe("two characters of 62", length: 2...2) { $0.symbols = false },
    SmallRecipe("two of 67 or one", length: 1...2) {
      $0.includesAmbiguous = false
      $0.excluded = "-_"
    },
    SmallRecipe("no look-alikes", length: 1...2) {
      $0.includesAmbiguous = false
      $0.symbols = false
    },
    SmallRecipe("look-alikes of a symbol set stay", length: 1...2) {
      $0.includesAmbiguous = false
      $0.symbolSet = "I1!"
    },
    SmallRecipe("a single character, always the same", length: 3...3) {
      $0.keep("x", in: .lowercase)
    },
    SmallRecipe("a single character, several lengths", length: 1...9) {
      $0.keep("(", in: .symbols)
    },
    SmallRecipe("two characters", length: 1...10) { $0.keep("ab", in: .lowercase) },
    SmallRecipe("three digits", length: 3...3) { $0.keep("0123456789", in: .digits) },
    SmallRecipe("maxLength 0 stands for minLength", length: 2...2) {
      $0.keep("aB3!", in: .lowercase, .uppercase, .digits, .symbols)
      $0.maxLength = 0
    },
    SmallRecipe("an empty symbol set stands for the default", length: 1...2) {
      $0.keep("0", in: .digits)
      $0.excluded = "123456789"
      $0.symbols = true
      $0.symbolSet = ""
    },
    SmallRecipe("default brackets", length: 1...3) {
      $0.keep("", in: .brackets)
      $0.excluded = ""
    },
    SmallRecipe("repeated characters count once", length: 3...3) {
      $0 = .symbols("!!??!!?aa", length: 3...3)
    },
    SmallRecipe("a set that overlaps letters counts each once", length: 1...2) {
      $0.keep("abc", in: .lowercase, .symbols)
      $0.symbolSet = "abc!?"
      $0.excluded = "defghijklmnopqrstuvwxyz"
    },
    SmallRecipe("the same set twice", length: 2...3) {
      $0.keep("", in: .symbols, .brackets)
      $0.excluded = ""
      $0.symbolSet = "+-*/"
      $0.bracketSet = "/*-+"
    },
    SmallRecipe("space and tilde, the ends of the printable range", length: 4...5) {
      $0.keep(" ~", in: .symbols)
    },
    SmallRecipe("excluded beyond all sets", length: 2...2) {
      $0.excluded = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%^&*+/=_-abcdefghij?\u{E9}"
    },
  ]

  static let constrained: [SmallRecipe] = [
    SmallRecipe("each of two classes", length: 2...4) {
      $0.keep("ab12", in: .lowercase, .digits)
      $0.requireEach = true
    },
    SmallRecipe("each of two classes of unequal size", length: 2...3) {
      $0.keep("abcdefg1", in: .lowercase, .digits)
      $0.requireEach = true
    },
    SmallRecipe("each of three classes", length: 3...5) {
      $0.keep("aB1", in: .lowercase, .uppercase, .digits)
      $0.requireEach = true
    },
    SmallRecipe("each of five classes in five characters", length: 5...5) {
      $0.keep("aB1!(", in: .lowercase, .uppercase, .digits, .symbols, .brackets)
      $0.symbolSet = "!"
      $0.requireEach = true
    },
    SmallRecipe("each of four classes in four or five characters", length: 4...5) {
      $0.keep("abXY12!", in: .lowercase, .uppercase, .digits, .symbols)
      $0.symbolSet = "!"
      $0.requireEach = true
    },
    SmallRecipe("each of one class", length: 1...3) {
      $0.keep("abc", in: .lowercase)
      $0.requireEach = true
    },
    SmallRecipe("one character serves two classes", length: 1...3) {
      $0.keep("ab!", in: .lowercase, .symbols)
      $0.symbolSet = "a!"
      $0.requireEach = true
    },
    SmallRecipe("only a shared character serves both classes", length: 1...4) {
      $0.keep("ab", in: .lowercase, .symbols)
      $0.symbolSet = "a"
      $0.requireEach = true
    },
    SmallRecipe("overlapping brackets, symbols and digits", length: 2...4) {
      $0.keep("1(+", in: .digits, .symbols, .brackets)
      $0.symbolSet = "+1("
      $0.bracketSet = "(1"
      $0.requireEach = true
    },
    SmallRecipe("every character in every class", length: 1...5) {
      $0.keep("", in: .symbols, .brackets)
      $0.excluded = ""
      $0.symbolSet = "<>"
      $0.bracketSet = "<>"
      $0.requireEach = true
    },
    SmallRecipe("a look-alike is no letter but is a symbol", length: 3...4) {
      $0.keep("IAab", in: .lowercase, .uppercase, .symbols)
      $0.symbolSet = "I"
      $0.includesAmbiguous = false
      $0.requireEach = true
    },
  ]

  static let weighted: [SmallRecipe] = [
    SmallRecipe("ratio: the usual four classes") { $0.higherAlphaRatio = true },
    SmallRecipe("ratio: two positions", length: 2...2) {
      $0.keep("abc0!#$%^", in: .lowercase, .digits, .symbols)
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: mostly specials", length: 1...3) {
      $0.keep("a!#$%^&*+/", in: .lowercase, .symbols)
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: exactly one seventh without it", length: 1...3) {
      $0.keep("abcdef!", in: .lowercase, .symbols)
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: less than one seventh without it", length: 1...2) {
      $0.keep("abcdefghij!", in: .lowercase, .symbols)
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: a little more than one seventh without it", length: 2...2) {
      $0.keep("abcdefghijklmnopqrstuvwxyz0!#$%^", in: .lowercase, .digits, .symbols)
      $0.symbolSet = "!#$%^"
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: no letters or digits", length: 2...3) {
      $0.keep("!?(", in: .symbols, .brackets)
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: no specials", length: 1...2) {
      $0.symbols = false
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: the overlap counts as a letter", length: 1...3) {
      $0.keep("ab!?", in: .lowercase, .symbols)
      $0.symbolSet = "ab!?"
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: a set of disabled letters is special", length: 1...3) {
      $0.keep("12xyz!", in: .digits, .symbols)
      $0.symbolSet = "xyz!"
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: symbols and brackets share it", length: 2...3) {
      $0.keep("ab1!(", in: .lowercase, .digits, .symbols, .brackets)
      $0.symbolSet = "!"
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio and each class", length: 3...4) {
      $0.keep("aB1!#", in: .lowercase, .uppercase, .digits, .symbols)
      $0.symbolSet = "!#"
      $0.higherAlphaRatio = true
      $0.requireEach = true
      $0.minLength = 4
    },
    SmallRecipe("ratio and each class, overlapping", length: 2...4) {
      $0.keep("ab(!", in: .lowercase, .symbols, .brackets)
      $0.symbolSet = "a!"
      $0.bracketSet = "(b"
      $0.higherAlphaRatio = true
      $0.requireEach = true
    },
    SmallRecipe("ratio: forty-seven letters and forty-eight specials") {
      // The weights have no common factor: 288 and 47.
      $0.symbolSet = String((0x20...0x7E).map { Character(Unicode.Scalar($0)) })
      $0.digits = false
      $0.excluded = ""
      $0.lowercase = true
      $0.uppercase = true
      $0.excluded = "ABCDE"
      $0.higherAlphaRatio = true
    },
    SmallRecipe("ratio: seven digits and eighty-five specials") {
      // The weights have no common factor: 510 and 7.
      $0.keep("", in: .digits, .symbols)
      $0.symbolSet = String((0x20...0x7E).map { Character(Unicode.Scalar($0)) })
      $0.excluded = "012"
      $0.higherAlphaRatio = true
    },
  ]

  static let patterns: [SmallRecipe] = [
    pattern("l") { _ in },
    pattern("ln") { _ in },
    pattern("nb") { _ in },
    pattern("us") { $0.includesAmbiguous = false },
    pattern("nxn") { _ in },
    pattern("code-0, (tie)!") { $0.keep("", in: .brackets) },
    pattern(#"\l\u\n\s\b\a\\n"#) { _ in },
    pattern(#"\n\\\x"#) { _ in },
    pattern("xxx") { _ in },
    pattern("aa") { $0.keep("aB1!", in: .lowercase, .uppercase, .digits, .symbols) },
    pattern("ana") {
      $0.keep("ab1!", in: .lowercase, .digits, .symbols)
      $0.higherAlphaRatio = true
      $0.symbolSet = "!"
    },
    pattern("sb") {
      // Classes of a pattern draw from their sets though they are disabled.
      $0.symbols = false
      $0.brackets = false
      $0.higherAlphaRatio = true
    },
    pattern("as") {
      $0.keep("ab!?", in: .lowercase, .symbols)
      $0.higherAlphaRatio = true
    },
    pattern("aal") {
      $0.keep("abA1", in: .lowercase, .uppercase, .digits)
      $0.requireEach = true
    },
    pattern("aaA1") {
      // The literals meet two of the classes.
      $0.keep("abA1!", in: .lowercase, .uppercase, .digits, .symbols)
      $0.symbolSet = "!"
      $0.requireEach = true
    },
    pattern("lA1") {
      // The digits are disabled, so the literal 1 is required of nobody.
      $0.digits = false
      $0.symbols = false
      $0.requireEach = true
    },
    pattern("ls") {
      $0.keep("ab!?", in: .lowercase, .symbols)
      $0.symbolSet = "a!?"
      $0.requireEach = true
    },
    pattern("aaaa") {
      $0.keep("aB1(", in: .lowercase, .uppercase, .digits, .brackets)
      $0.requireEach = true
    },
    pattern("aaa") {
      $0.keep("abcd1!", in: .lowercase, .digits, .symbols)
      $0.symbolSet = "!"
      $0.higherAlphaRatio = true
      $0.requireEach = true
    },
    pattern("snn") {
      // The symbol set holds a digit: a draw of it meets both classes.
      $0.keep("12!", in: .digits, .symbols)
      $0.symbolSet = "1!"
      $0.requireEach = true
    },
    pattern("l n") { $0.minLength = -7 },
    pattern("nn") { $0.maxLength = 5000 },
    pattern("uuu") { $0.keep("XYZ", in: .lowercase) },
  ]

  private static func pattern(
    _ pattern: String, _ change: (inout CharacterRecipe) -> Void
  ) -> SmallRecipe {
    SmallRecipe("pattern \(pattern)") {
      $0.pattern = pattern
      change(&$0)
    }
  }
}

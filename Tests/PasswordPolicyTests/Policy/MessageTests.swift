import PasswordPolicy
import Testing

@Suite("Messages of policies")
struct MessageTests {
  private func problems(_ json: String) -> [String] {
    do {
      _ = try CompiledPolicy(Policy(json: Array(json.utf8)))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test(
    "use the singular for one",
    arguments: [
      (
        ##"{"characters":{"lower":{"min":1},"letters":{"max":0}}}"##,
        "1 letter is required and at most 0 are allowed"
      ),
      (
        ##"{"characters":{"lower":{"min":1},"upper":{"min":1},"letters":{"max":1}}}"##,
        "2 letters are required and at most 1 is allowed"
      ),
      (
        ##"{"allowed":"aA","characters":{"letters":{"min":2},"lower":{"max":1},"upper":{"max":0}}}"##,
        """
        $.characters.letters.min, $.characters.lower.max, $.characters.upper.max: no password can \
        comply: 2 letters are required and 1 is possible
        """
      ),
      (
        ##"{"length":{"max":0},"characters":{"digits":{"min":1}}}"##,
        "the kinds take 1 character and at most 0 are allowed"
      ),
      (
        ##"{"length":{"min":2},"characters":{"letters":{"max":0},"symbols":{"max":0},"digits":{"max":1}}}"##,
        "the kinds leave room for 1 character and at least 2 are required"
      ),
      (
        ##"{"minCharacterTypes":2,"allowed":"abc"}"##,
        "2 kinds of characters are required and 1 is possible"
      ),
      (
        ##"{"minCharacterTypes":3,"length":{"max":1}}"##,
        "3 kinds of characters do not fit 1 character"
      ),
      (
        ##"{"sets":[{"groups":["digits"],"min":1}],"characters":{"lower":{"min":1}},"length":{"max":1}}"##,
        "2 characters are required and at most 1 is allowed"
      ),
      (
        ##"{"sets":[{"groups":["digits"],"min":2}],"characters":{"digits":{"max":1}}}"##,
        "2 characters of this set are required and 1 is possible"
      ),
      (
        ##"{"sets":[{"groups":["digits"],"max":0}],"characters":{"digits":{"min":1}}}"##,
        "the kinds take 1 character of this set and at most 0 are allowed"
      ),
    ])
  func singular(json: String, message: String) {
    let problems = problems(json)
    #expect(problems.contains { $0.contains(message) }, "\(problems)")
  }

  @Test("use the singular for the last password")
  func lastPassword() {
    #expect(Rule.reuse(last: 1).requirement == "Do not use the current password again.")
    #expect(Rule.reuse(last: 1).violationMessage == "The password is the current one.")
  }

  @Test(
    "never show a number other than the one that was written",
    arguments: [
      "-9223372036854775809", "9223372036854775808", "-9223372036854775810",
      "18446744073709551616", "1e30", "-1E30", "123456789012345678901234567890",
    ])
  func beyondInt(number: String) {
    #expect(
      problems(##"{"length":{"min":\##(number)}}"##)
        == ["$.length.min: a number out of range; use 0 to 4096"])
    #expect(
      problems(##"{"maxRepeatedRun":\##(number)}"##)
        == ["$.maxRepeatedRun: a number out of range; use 1 to 4096"])
  }

  @Test(
    "show numbers within the range of Int as they were written",
    arguments: [Int.min, -1, 4097, Int.max])
  func withinInt(number: Int) {
    #expect(
      problems(##"{"length":{"min":\##(number)}}"##)
        == ["$.length.min: \(number) is out of range; use 0 to 4096"])
  }

  @Test(
    "accept integers with a point or an exponent", arguments: ["8.0", "8e0", "80E-1", "0.8e1"])
  func wholeNumbers(number: String) throws {
    #expect(try Policy(json: Array(##"{"length":{"min":\##(number)}}"##.utf8)).length.min == 8)
  }
}

import PasswordPolicy
import Testing
import _TestSupport

@Suite("Contradictions")
struct ContradictionTests {
  @Test(
    "Rules that no password can satisfy are reported",
    arguments: [
      ##"{"length":{"min":9,"max":8}}"##,
      ##"{"characters":{"digits":{"min":3,"max":2}}}"##,
      ##"{"allowed":""}"##,
      ##"{"allowed":"abc","characters":{"upper":{"min":1}}}"##,
      ##"{"allowed":"abc!","characters":{"symbols":{"min":1,"set":"%"}}}"##,
      ##"{"characters":{"symbols":{"set":"a!"}}}"##,
      ##"{"characters":{"symbols":{"set":""}}}"##,
      ##"{"length":{"max":3},"characters":{"lower":{"min":2},"digits":{"min":2}}}"##,
      ##"{"length":{"max":3},"characters":{"letters":{"min":2},"digits":{"min":2}}}"##,
      ##"{"characters":{"lower":{"min":2},"upper":{"min":2},"letters":{"max":3}}}"##,
      ##"{"length":{"min":9},"allowed":"abc123","characters":{"letters":{"max":4},"digits":{"max":4}}}"##,
      ##"{"length":{"min":10},"characters":{"letters":{"max":3},"digits":{"max":3},"symbols":{"max":3}}}"##,
      ##"{"allowed":"abAB1","characters":{"letters":{"min":5},"lower":{"max":2},"upper":{"max":2}}}"##,
      ##"{"allowed":"ab1","characters":{"letters":{"min":3},"lower":{"max":2}}}"##,
      ##"{"minCharacterTypes":4,"characters":{"letters":{"max":1}}}"##,
      ##"{"minCharacterTypes":3,"allowed":"aA1","characters":{"letters":{"max":1}}}"##,
      ##"{"minCharacterTypes":3,"allowed":"abc123"}"##,
      ##"{"minCharacterTypes":4,"characters":{"digits":{"max":0}}}"##,
      ##"{"minCharacterTypes":3,"length":{"max":2}}"##,
      ##"{"minCharacterTypes":3,"characters":{"letters":{"max":0}}}"##,
      ##"{"first":"digits","allowed":"abc"}"##,
      ##"{"last":"symbols","characters":{"symbols":{"max":0}}}"##,
      ##"{"first":"digits","last":"letters","length":{"max":1}}"##,
      ##"{"sets":[{"min":1}]}"##,
      ##"{"sets":[{"groups":["lower"]},{"groups":["upper"],"min":3,"max":2}]}"##,
      ##"{"sets":[{"groups":["upper"],"characters":"-","min":1}],"allowed":"abc"}"##,
      ##"{"sets":[{"groups":["lower","upper"],"min":1}],"characters":{"letters":{"max":0}}}"##,
      ##"{"sets":[{"groups":["digits"],"characters":"a","min":4}],"characters":{"digits":{"max":1},"lower":{"max":2}}}"##,
      ##"{"sets":[{"groups":["digits","symbols"],"min":5}],"length":{"max":4}}"##,
      ##"{"sets":[{"groups":["digits","symbols"],"min":2}],"length":{"max":4},"characters":{"letters":{"min":3}}}"##,
      ##"{"sets":[{"groups":["letters"],"max":2}],"characters":{"lower":{"min":2},"upper":{"min":1}}}"##,
      ##"{"sets":[{"groups":["digits"],"characters":"ab","max":3}],"allowed":"ab12","length":{"min":4}}"##,
      ##"{"firstAllowed":""}"##,
      ##"{"lastAllowed":"xyz","allowed":"abc"}"##,
      ##"{"lastAllowed":"xyz","characters":{"lower":{"max":0}}}"##,
      ##"{"firstAllowed":"-_","sets":[{"characters":"_-+","max":0}]}"##,
      ##"{"firstAllowed":"abc1","first":"upper"}"##,
      ##"{"firstAllowed":"abc","lastAllowed":"def","length":{"max":1}}"##,
      ##"{"firstAllowed":"abc1","last":"symbols","length":{"max":1}}"##,
      ##"{"allowed":"a","maxRepeatedRun":3,"length":{"min":4}}"##,
      ##"{"strength":{"weights":[50,50]}}"##,
      ##"{"strength":{"weights":[50,15,15,21]}}"##,
      ##"{"strength":{"mandatory":true}}"##,
      ##"{"length":{"max":3},"strength":{"preferredLength":16,"compliance":"Strong","mandatory":true,"weights":[100,0,0,0]}}"##,
      ##"{"characters":{"digits":{"max":0}},"strength":{"minNumeric":1,"compliance":"Excellent","mandatory":true}}"##,
    ])
  func reported(json: String) {
    do {
      _ = try Policy(json: Array(json.utf8))
      Issue.record("taken: \(json)")
    } catch {
      #expect(error.problems.count == 1, "\(error)")
      #expect(error.description.hasPrefix("$."))
    }
  }

  @Test(
    "Rules that can just be satisfied are not",
    arguments: [
      (##"{"length":{"min":8,"max":8}}"##, "abcdefgh"),
      (##"{"length":{"max":4},"characters":{"lower":{"min":2},"digits":{"min":2}}}"##, "ab12"),
      (##"{"length":{"max":2},"characters":{"lower":{"min":2},"letters":{"min":2}}}"##, "ab"),
      (
        ##"{"length":{"min":9},"characters":{"letters":{"max":3},"digits":{"max":3},"symbols":{"max":3}}}"##,
        "abc123-+*"
      ),
      (
        ##"{"length":{"min":4},"characters":{"letters":{"max":1},"digits":{"max":1},"symbols":{"max":1,"set":"#"}}}"##,
        "a1#*"
      ),
      (
        ##"{"allowed":"abAB1","characters":{"letters":{"min":4},"lower":{"max":2},"upper":{"max":2}}}"##,
        "aAbB"
      ),
      (##"{"characters":{"letters":{"min":3},"lower":{"max":1},"upper":{"max":1}}}"##, "aA中"),
      (##"{"minCharacterTypes":3,"characters":{"letters":{"max":1}}}"##, "a1-"),
      (##"{"minCharacterTypes":2,"allowed":"abc123"}"##, "a1"),
      (##"{"first":"lower","last":"letters","length":{"max":1}}"##, "a"),
      (
        ##"{"sets":[{"groups":["letters"],"min":2}],"characters":{"lower":{"max":0},"upper":{"max":0}}}"##,
        "中中"
      ),
      (
        ##"{"sets":[{"groups":["digits"],"characters":"a","min":3}],"characters":{"digits":{"max":1},"lower":{"max":2}}}"##,
        "aa1"
      ),
      (
        ##"{"sets":[{"groups":["digits","letters"],"min":2}],"length":{"max":3},"characters":{"letters":{"min":3}}}"##,
        "abc"
      ),
      (
        ##"{"sets":[{"characters":"?","min":3}],"characters":{"symbols":{"set":"!","max":0}}}"##,
        "???"
      ),
      (##"{"sets":[{"groups":["lower"],"max":2}],"characters":{"letters":{"min":3}}}"##, "abC"),
      (##"{"firstAllowed":"abc1","lastAllowed":"1-","first":"digits","length":{"max":1}}"##, "1"),
      (
        ##"{"length":{"min":8},"allowed":"abc123","characters":{"letters":{"max":4},"digits":{"max":4}}}"##,
        "aabb1122"
      ),
      (##"{"length":{"min":9},"allowed":"abc中","characters":{"lower":{"max":2}}}"##, "ab中中中中中中中"),
      (
        ##"{"length":{"min":9},"allowed":"abc!","characters":{"lower":{"max":2},"symbols":{"set":"%","max":3}}}"##,
        "ab!!!!!!!"
      ),
      (
        ##"{"length":{"max":8},"strength":{"preferredLength":16,"compliance":"Average","mandatory":true,"weights":[100,0,0,0]}}"##,
        "abcdefgh"
      ),
      (
        ##"{"length":{"max":4},"strength":{"preferredLength":8,"compliance":"Excellent","mandatory":true,"weights":[100,0,0,0]}}"##,
        "🙂🙂🙂🙂"
      ),
    ])
  func satisfiable(json: String, password: String) throws {
    let policy = try CompiledPolicy(try Policy(json: Array(json.utf8)))
    #expect(policy.violations(of: password).isEmpty)
  }

  @Test("A policy that some password satisfies is never called contradictory", arguments: 0..<4)
  func sound(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    for _ in 0..<1500 {
      let policy = generator.policy()
      if policy.isFeasible { continue }
      let naive = NaivePolicy(policy: policy)
      for _ in 0..<10 {
        let password = generator.password(length: Int.random(in: 0...16, using: &generator))
        #expect(
          !naive.codes(password).isEmpty,
          "\(policy.json) \(policy.contradictions) \(password.debugDescription)")
      }
    }
  }

  @Test("Numbers out of range are also found in policies that are made in code")
  func ranges() {
    var policy = Policy()
    policy.length.min = -1
    policy.maxRepeatedRun = 0
    policy.minCharacterTypes = 5
    policy.characters.digits.max = 5000
    policy.reuse = ReuseRule(last: 0)
    let set = CharacterUnion(groups: [.digits])
    policy.sets = [SetRule(set: set, bounds: Bounds(min: -1, max: 5000))]
    var rule = StrengthRule()
    rule.weights = [200, -100, 0, 0]
    policy.strength = rule
    let outOfRange = policy.contradictions.count {
      if case .outOfRange = $0 { true } else { false }
    }
    #expect(outOfRange == 9)
  }
}

import PasswordPolicy
import Patterns

/// Reads any bytes as a policy; one that is read survives the way to JSON and back, and compiles or
/// says why not.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  let policy: Policy
  do {
    policy = try Policy(json: input)
  } catch {
    precondition(!error.problems.isEmpty, "an error without a problem")
    precondition(!error.description.isEmpty, "an error without a description")
    return 0
  }
  do {
    let copy = try Policy(json: Array(policy.json.utf8))
    precondition(copy == policy, "another policy after the way to JSON and back")
  } catch {
    preconditionFailure("what was written is not read: \(error)")
  }
  _ = policy.lint()
  for rule in policy.explain() {
    precondition(!rule.requirement.isEmpty, "a rule without a sentence")
  }

  // Files are the caller's word: an input that names a device would be read from it.
  var compilable = policy
  compilable.badPasswords.wordFiles = []
  compilable.badPasswords.patternFiles = []
  do {
    let compiled = try CompiledPolicy(compilable, patternMemoryBudget: 1 << 20)
    _ = compiled.violations(of: "correct horse 9")
  } catch {
    precondition(!error.problems.isEmpty, "an error without a problem")
  }
  return 0
}

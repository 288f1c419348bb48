import PasswordPolicy
import PolicyFormats
import Testing
import _TestSupport

@Suite("Text written for other programs")
struct FormatLimitTests {
  @Test("stays within their limits", arguments: PolicyFormat.allCases, 0..<12)
  func limits(_ format: PolicyFormat, _ seed: UInt64) throws {
    var random = SeededByteSource(seed: 1000 + seed)
    for index in 0..<scaled(60) {
      let policy = index % 4 == 0 ? random.policy() : random.extremePolicy()
      let (text, losses) = format.write(policy)
      let refusals = try FormatLimits.refusals(text, format)
      #expect(refusals.isEmpty, "\(refusals)\n\(policy.json)\n\(text)\n\(losses)")
    }
  }

  @Test("that exceeds their limits is detected")
  func found() throws {
    let refused: [(PolicyFormat, String)] = [
      (.vaultHCL, "length = 3\nrule \"charset\" {\n  charset = \"abc\"\n}\n"),
      (.vaultHCL, "length = 101\nrule \"charset\" {\n  charset = \"abc\"\n}\n"),
      (.vaultHCL, "length = 8\nrule \"charset\" {\n  charset = \"a\u{A0}\"\n}\n"),
      (.vaultHCL, "length = 4\nrule \"charset\" {\n  charset = \"ab\"\n  min-chars = 5\n}\n"),
      (.apple, "minlength: 0;\n"), (.apple, "required: [];\n"), (.apple, "required: [a-z];\n"),
      (.apple, "allowed: [é];\n"), (.libpwquality, "minclass = 5\n"),
      (.libpwquality, "badwords = \(String(repeating: "a", count: 1012))\n"),
      (.libpwquality, "minlen = 4294967296\n"), (.entrust, "{\"maximumLength\": 256}"),
      (.sailpoint, "{\"minLength\": 9, \"maxLength\": 8}"),
      (.passwordstate, "IncludeAlphaSpecial=true&minLength=8\n"),
    ]
    for (format, text) in refused {
      #expect(try !FormatLimits.refusals(text, format).isEmpty, "\(text)")
    }
  }

  @Test("reports a maximum length of 0, which they ignore, as lost")
  func zero() {
    var policy = Policy()
    policy.length.max = 0
    for format in PolicyFormat.allCases where format != .passwright {
      let losses = format.write(policy).losses.losses
      #expect(
        losses.contains {
          $0.path.hasPrefix("$.length") && [.dropped, .weakened].contains($0.effect)
        }, "\(format): \(losses)")
    }
  }
}

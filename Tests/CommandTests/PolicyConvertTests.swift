import Foundation
import Testing
import _TestSupport

@Suite("Converting policies")
struct PolicyConvertTests {
  static let formats = [
    "passwright", "apple", "passwordstate", "sailpoint", "entrust", "vault-hcl", "libpwquality",
  ]

  @Test("puts the policy on standard output and the losses on standard error")
  func losses() async throws {
    let outcome = try await Command.run(
      ["policy", "convert", "--from", "sailpoint", "--to", "apple"],
      input: #"{"minLength": 10, "minNumeric": 2, "minUpper": 1, "useDictionary": true}"#)
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        minlength: 10; required: upper; required: digit; allowed: \
        lower, [- !"#$%&'()*+,./;<=>?@[\\^_`{|}~]];

        """)
    #expect(
      outcome.errorLines.map { $0.prefix { $0 != ";" } } == [
        "from sailpoint: $.useDictionary: dropped: the dictionary is kept by SailPoint",
        "to apple: $.characters.digits.min: weakened: the format asks for one character of a set, not for 2",
      ])
  }

  @Test("is strict on request, and then silent when nothing is lost")
  func strict() async throws {
    let lossy = try await Command.run(
      ["policy", "convert", "--from", "apple", "--to", "entrust", "--strict"],
      input: "required: lower, digit")
    #expect(lossy.status == 1)
    #expect(lossy.text.hasPrefix("{\n"))
    #expect(!lossy.errors.isEmpty)
    #expect(!lossy.errors.contains("passwright: error"))
    let exact = try await Command.run(
      ["policy", "convert", "--from", "apple", "--to", "passwright", "--strict"],
      input: "minlength: 8; required: lower, digit; allowed: upper\n")
    #expect(exact.status == 0)
    #expect(exact.errors == "")
    let back = try await Command.run(
      ["policy", "convert", "--from", "passwright", "--to", "apple", "--strict"],
      input: exact.text)
    #expect(back.status == 0)
    #expect(back.text == "minlength: 8; required: lower, digit; allowed: upper;\n")
  }

  @Test("reads files, presets and, without a name, standard input")
  func sources() async throws {
    let folder = try TemporaryFolder()
    try folder.write("minlen = 12\n", to: "pwquality.conf")
    let file = try await Command.run(
      "policy", "convert", "--from", "libpwquality", "--to", "sailpoint", "pwquality.conf",
      folder: folder.url)
    #expect(file.status == 0)
    #expect(file.text.contains(#""minLength": 12,"#))
    let preset = try await Command.run(
      "policy", "convert", "--from", "passwright", "--to", "entrust", "pci-dss-4")
    #expect(preset.status == 0)
    #expect(preset.text.contains(#""passwordHistorySize": 4,"#))
    for arguments in [[], ["-"]] {
      let input = try await Command.run(
        ["policy", "convert", "--from", "apple", "--to", "vault-hcl"] + arguments,
        input: "minlength: 6; maxlength: 6; required: digit")
      #expect(
        input.text == """
          length = 6

          rule "charset" {
            charset = "0123456789"
          }

          """)
    }
  }

  @Test("knows every pair of formats", arguments: formats)
  func pairs(from: String) async throws {
    let policy = "minlength: 12; maxlength: 12; required: lower; required: upper; allowed: digit"
    let text = try await Command.run(
      ["policy", "convert", "--from", "apple", "--to", from], input: policy)
    #expect(text.status == 0)
    for to in Self.formats {
      let outcome = try await Command.run(
        ["policy", "convert", "--from", from, "--to", to], input: text.text)
      #expect(outcome.status == 0)
      #expect(outcome.text.hasSuffix("\n"))
    }
  }

  @Test("of an invalid policy reports everything that is wrong, with status 64")
  func wrong() async throws {
    let outcome = try await Command.run(
      ["policy", "convert", "--from", "apple", "--to", "passwright"],
      input: "minlength: x; required: foo")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorLines.map { $0.prefix { $0 != ";" } } == [
        "passwright: error: policy standard input: line 1, column 12: a whole number is expected",
        "passwright: error: policy standard input: line 1, column 25: no such class: “foo”",
      ])
    let format = try await Command.run("policy", "convert", "--from", "yaml", "--to", "apple")
    #expect(format.status == 64)
  }

  @Test("of a policy that cannot be met is status 3, of a file that cannot be read 2")
  func impossible() async throws {
    let outcome = try await Command.run(
      ["policy", "convert", "--from", "apple", "--to", "passwright"],
      input: "minlength: 9; maxlength: 8")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("$.length: the minimum 9 is above the maximum 8"))
    let missing = try await Command.run(
      "policy", "convert", "--from", "entrust", "--to", "apple", "/nonexistent/policy")
    #expect(missing.status == 2)
    let long = try await Command.run(
      ["policy", "convert", "--from", "apple", "--to", "passwright"],
      input: String(repeating: " ", count: 70_000))
    #expect(long.status == 2)
    #expect(long.errors.contains("at most 65,536 bytes are read"))
  }
}

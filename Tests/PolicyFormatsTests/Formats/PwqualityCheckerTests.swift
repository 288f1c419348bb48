import Foundation
import PasswordPolicy
import PolicyFormats
import Testing
import _TestSupport

/// The library itself, called through Python, which is everywhere that the tests run.
enum PwqualityLibrary {
  private static let program = """
    import ctypes, json, sys, tempfile
    library = ctypes.CDLL("libpwquality.so.1")
    library.pwquality_default_settings.restype = ctypes.c_void_p
    for case in json.load(sys.stdin):
        settings = ctypes.c_void_p(library.pwquality_default_settings())
        detail = ctypes.c_void_p()
        with tempfile.NamedTemporaryFile() as file:
            file.write(case["config"].encode())
            file.flush()
            read = library.pwquality_read_config(settings, file.name.encode(), ctypes.byref(detail))
        verdicts = [
            library.pwquality_check(settings, p.encode(), None, None, ctypes.byref(detail)) >= 0
            for p in case["passwords"]]
        print(json.dumps({"read": read, "verdicts": verdicts}))
        library.pwquality_free_settings(settings)
    """

  static let python: String? = {
    guard let python = Program.path("python3") else { return nil }
    let names = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64"]
    let isThere = names.contains {
      FileManager.default.fileExists(atPath: "\($0)/libpwquality.so.1")
    }
    return isThere ? python : nil
  }()

  struct Case: Encodable {
    let config: String
    let passwords: [String]
  }

  struct Answer: Decodable {
    /// 0 where the settings could be read.
    let read: Int
    let verdicts: [Bool]
  }

  static func answers(_ cases: [Case]) async throws -> [Answer] {
    let input = String(decoding: try JSONEncoder().encode(cases), as: UTF8.self)
    let output = try await Program.run(python ?? "", ["-c", program], input: input)
    return try output.split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
  }
}

@Suite(
  "libpwquality itself", .enabled(if: PwqualityLibrary.python != nil, "libpwquality is missing"))
struct PwqualityCheckerTests {
  @Test("reads every file that is written for it")
  func reads() async throws {
    var random = SeededByteSource(seed: 31)
    let cases = (0..<200).map { index in
      let policy = index % 2 == 0 ? random.policy() : random.extremePolicy()
      return PwqualityLibrary.Case(
        config: PolicyFormat.libpwquality.write(policy).text, passwords: [])
    }
    let answers = try await PwqualityLibrary.answers(cases)
    #expect(answers.count == cases.count)
    for (answer, example) in zip(answers, cases) { #expect(answer.read == 0, "\(example.config)") }
  }

  @Test("refuses a line that is one byte longer")
  func longLine() async throws {
    func config(_ bytes: Int) -> String {
      "badwords = \(String(repeating: "a", count: bytes - 12))\n"
    }
    let answers = try await PwqualityLibrary.answers([
      .init(config: config(1023), passwords: []), .init(config: config(1024), passwords: []),
    ])
    #expect(answers.map { $0.read == 0 } == [true, false])
  }

  @Test("agrees with the policy read from its file, except on palindromes")
  func verdicts() async throws {
    var random = SeededByteSource(seed: 32)
    let policies = (0..<150).map { _ in
      var policy = random.policy()
      // Sequences and words are known to differ.
      policy.maxSequence = nil
      policy.badPasswords.words = []
      return policy
    }
    let passwords = random.passwords(like: "", count: 400).filter {
      $0.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        && String($0.lowercased().reversed()) != $0.lowercased()
    }
    #expect(passwords.count > 100)
    let cases = policies.map {
      PwqualityLibrary.Case(
        config: PolicyFormat.libpwquality.write($0).text + "dictcheck = 0\n", passwords: passwords)
    }
    var accepted = 0
    for (answer, example) in zip(try await PwqualityLibrary.answers(cases), cases) {
      let read = try PolicyFormat.libpwquality.read(Array(example.config.utf8)).policy
      let compiled = try CompiledPolicy(read)
      let ours = passwords.map { compiled.isCompliant($0) }
      #expect(ours == answer.verdicts, "\(example.config)")
      accepted += ours.count(where: \.self)
    }
    #expect(accepted > 100)
  }

  @Test("refuses palindromes and forbidden words anywhere and backwards, and accepts others")
  func words() async throws {
    var policy = Policy()
    policy.badPasswords.words = ["hunter"]
    let config = PolicyFormat.libpwquality.write(policy).text + "dictcheck = 0\n"
    let answers = try await PwqualityLibrary.answers([
      .init(
        config: config,
        passwords: ["abcdedcba", "xyHunTer77", "77retnuHxy", "hunted-xyz", "quilt-lamp"])
    ])
    #expect(answers.first?.verdicts == [false, false, false, true, true])
  }
}

import Foundation
import PasswrightCommand
import SecretMemory
import Testing
import _TestSupport

@Suite("Streams of checks")
struct CheckStreamTests {
  /// The lengths of many lines, which no part of the work divides evenly.
  private static func lengths(_ count: Int) -> [Int] { (0..<count).map { $0 * 7919 % 61 } }

  private static func lines(_ lengths: [Int], end: String) -> String {
    lengths.map { String(repeating: "x", count: $0) + end }.joined()
  }

  @Test(
    "have every line in its place with any number of threads",
    arguments: [(1, "\n"), (2, "\n"), (3, "\r\n"), (8, "\n")])
  func order(threads: Int, end: String) async throws {
    let lengths = Self.lengths(20_000)
    let folder = try TemporaryFolder()
    try folder.write(#"{"length": {"min": 30}}"#, to: "policy.json")
    let outcome = try await Command.run(
      "check", "--policy", "policy.json", "--threads", "\(threads)", "--format", "csv",
      input: Self.lines(lengths, end: end), folder: folder.url)
    #expect(outcome.status == 1)
    let lines = try outcome.lines.dropFirst()
    #expect(lines.count == lengths.count)
    let isRight = zip(1..., zip(lines, lengths)).allSatisfy { number, pair in
      pair.0.hasPrefix("\(number),\(pair.1 >= 30 ? "true,," : "false,length.short,")")
    }
    #expect(isRight)
    let compliant = lengths.count { $0 >= 30 }
    #expect(outcome.errors.hasPrefix("20,000 checked, \(compliant / 1000),"))
  }

  @Test("have whole records in order when they exceed the memory of a thread")
  func manyRecords() async throws {
    // Empty lines: two bytes of input make hundreds of output.
    let count = 15_000
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"length": {"min": 30}, "minCharacterTypes": 4, "first": "letters", "last": "digits",
       "characters": {"lower": {"min": 1}, "upper": {"min": 1}, "digits": {"min": 1}}}
      """, to: "policy.json")
    let outcome = try await Command.run(
      "check", "--policy", "policy.json", "--threads", "2", "--format", "ndjson",
      input: String(repeating: "\n", count: count), folder: folder.url)
    let lines = try outcome.lines
    #expect(outcome.output.count > 8 << 20)
    #expect(lines.count == count)
    let isRight = zip(1..., lines).allSatisfy { number, line in
      line.hasPrefix("{\"line\":\(number),") && line.hasSuffix("\"level\":\"Very Poor\"}}")
    }
    #expect(isRight)
  }

  @Test(
    "check a password of the maximum size and refuse a larger one",
    arguments: [
      (16_384, true), (16_385, false), (16_386, false), (16_387, false), (20_000, false),
      (65_536, false), (3_000_000, false),
    ])
  func longLines(length: Int, complies: Bool) async throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "policy.json")
    let long = String(repeating: "y", count: length)
    for end in ["\n", "\r\n", ""] {
      let outcome = try await Command.run(
        "check", "--policy", "policy.json", input: "short\n\(long)\nnext\r\n\(long)\(end)",
        folder: folder.url)
      let text = complies ? "ok  strength 100.00" : "length.bytes  strength not measured"
      let lines = try outcome.lines
      try #require(lines.count == 4)
      #expect(lines[0].hasPrefix("1: ok  strength 50.00"))
      #expect(lines[1].hasPrefix("2: \(text)"))
      #expect(lines[2].hasPrefix("3: ok  strength 40.00"))
      #expect(lines[3].hasPrefix("4: \(text)"))
      #expect(outcome.status == (complies ? 0 : 1))
    }
  }

  @Test("have a null strength when it was not measured", arguments: ["ndjson", "csv"])
  func unmeasured(format: String) async throws {
    let outcome = try await Command.run(
      "check", "--policy", "pci-dss-4", "--format", format,
      input: String(repeating: "y", count: 20_000))
    #expect(
      try outcome.lines.last
        == (format == "csv"
          ? """
          1,false,length.bytes,,,"[{""code"":""length.bytes"",""parameters"":{""max"":16384},\
          ""message"":""The password has more than 16384 bytes; it was not checked any further.""}]"
          """
          : """
          {"line":1,"compliant":false,"violations":[{"code":"length.bytes","parameters":\
          {"max":16384},"message":"The password has more than 16384 bytes; it was not checked any \
          further."}],"strength":null}
          """))
  }

  @Test("answer each line as it arrives")
  func interactive() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      """
      mkfifo to from
      "$PASSWRIGHT" check --policy pci-dss-4 <to >from &
      exec 3>to 4<from
      echo short >&3; read -r answer <&4; echo "$answer"
      printf 'correct ho' >&3
      echo 'rse 9' >&3; read -r answer <&4; echo "$answer"
      """, folder: folder.url)
    let lines = try outcome.lines
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("1: length.short") == true)
    #expect(lines.last?.hasPrefix("2: ok") == true)
  }

  @Test("continue silently when the reader is gone", arguments: ["text", "ndjson", "csv"])
  func closedPipe(format: String) async throws {
    let outcome = try await Command.shell(
      """
      yes short 2>/dev/null | { "$PASSWRIGHT" check --policy pci-dss-4 --threads 2 --format \(format)
      echo "status $?" >&2; } | head -n 2
      """)
    #expect(outcome.errors == "status 1\n")
    #expect(try outcome.lines.count == 2)
  }

  @Test(
    "that cannot be written are errors",
    arguments: [
      "check --policy pci-dss-4", "check --policy pci-dss-4 --threads 4 --format csv",
      "explain --policy pci-dss-4", "policy schema", "policy presets", "policy show pci-dss-4",
      "policy lint pci-dss-4 --format json",
    ])
  func fullDisk(arguments: String) async throws {
    let outcome = try await Command.shell(
      #"echo short | "$PASSWRIGHT" \#(arguments) >/dev/full"#)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: cannot write standard output: No space left on device; free some space \
        or write elsewhere

        """)
  }

  #if os(Linux)
  /// Whether everything is built with the address sanitizer, which takes memory of its own.
  private static let isSanitized = unsafe dlsym(nil, "__asan_init") != nil

  @Test(
    "take the same memory for a line of any length",
    .disabled(if: isSanitized, "the address sanitizer takes memory of its own"))
  func flatMemory() async throws {
    let folder = try TemporaryFolder()
    // NUL bytes without a line feed. The process waits at the empty pipe while its peak is read.
    let outcome = try await Command.shell(
      #"""
      mkfifo pipe
      "$PASSWRIGHT" check --policy pci-dss-4 --input pipe &
      exec 3>pipe
      head -c \#(scaled(400))000000 /dev/zero >&3
      awk '/^VmHWM/ { print $2 }' /proc/$!/status
      exec 3>&-
      wait $!
      """#, folder: folder.url)
    let lines = try outcome.lines
    try #require(lines.count == 2)
    #expect(lines[1] == "1: length.bytes  strength not measured")
    #expect(try #require(Int(lines[0])) < 32 * 1024)
  }
  #endif
}

@Suite("Line readers")
struct LineReaderTests {
  /// The lines of a text that comes through a pipe in pieces, as a reader hands them out.
  private func lines(_ pieces: [String], limit: Int) throws -> [String] {
    var ends: [Int32] = [-1, -1]
    #if os(Linux)
    // Each piece is read by itself, however late the reader comes.
    let kind = Int32(SOCK_SEQPACKET.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    try #require(unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0)
    defer { close(ends[0]) }
    for piece in pieces where !piece.isEmpty {
      let bytes = Array(piece.utf8)
      #expect(unsafe write(ends[1], bytes, bytes.count) == bytes.count)
    }
    close(ends[1])
    var reader = try LineReader(
      descriptor: ends[0], terminator: UInt8(ascii: "\n"), limit: limit)
    var buffer = try LineReader.makeBuffer(limit: limit)
    var lines: [String] = []
    var chunks = 0
    while let chunk = try reader.next(into: &buffer) {
      #expect(chunk.number == chunks)
      #expect(chunk.firstLine == lines.count + 1)
      var text = unsafe buffer.withUnsafeBytes { bytes in
        unsafe String(decoding: bytes[chunk.range], as: UTF8.self)
      }
      if text.hasSuffix("\n") { text.removeLast() }
      let found = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(found.count == chunk.lineCount)
      lines += found
      chunks += 1
    }
    #expect(try reader.next(into: &buffer) == nil)
    return lines
  }

  @Test(
    "return the same lines however they arrive",
    arguments: [
      ["one\ntwo\nthree\n"], ["one\ntwo\nthree"], ["o", "n", "e", "\n", "two\nth", "re", "e\n"],
      ["one\n", "two\n", "three\n"], ["one", "\ntwo", "\nthree"],
    ])
  func pieces(_ pieces: [String]) throws {
    #expect(try lines(pieces, limit: 10) == ["one", "two", "three"])
  }

  @Test(
    "cut lines to two bytes above the limit",
    arguments: [
      ["123456789\nnext\n"], ["1234", "5678", "9\nnext\n"], ["123456789", "123\nne", "xt"],
      ["1234567", "8\nnext"], ["123456", "", "789", "0\nnext"], ["12345678\nnext"],
    ])
  func longLine(_ pieces: [String]) throws {
    #expect(try lines(pieces, limit: 4).map { String($0.prefix(6)) } == ["123456", "next"])
    #expect(
      try lines(pieces + ["\n123456", "789"], limit: 4).last?.hasPrefix("123456") == true)
  }

  @Test("return empty lines, and none for an empty input")
  func empty() throws {
    #expect(try lines(["\n\n", "\n"], limit: 4) == ["", "", ""])
    #expect(try lines([""], limit: 4) == [])
  }
}

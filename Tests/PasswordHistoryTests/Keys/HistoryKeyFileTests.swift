import Foundation
import PasswordHistory
import Testing
import _TestSupport

@Suite("Key files")
struct HistoryKeyFileTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("history.key")
  }

  func write(_ text: String, mode: Int = 0o600) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  func problem(_ body: () throws -> HistoryKey) -> KeyFileProblem? {
    do {
      _ = try body()
    } catch HistoryError.keyFile(let place, let problem) where place == path {
      return problem
    } catch {
      Issue.record("another error: \(error)")
    }
    return nil
  }

  @Test func `a new key file has mode 0600, one line, and reads back as the same key`() throws {
    let key = try HistoryKey.create(at: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(attributes[.size] as? Int == 65)
    #expect(try HistoryKey.read(from: path).id == key.id)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
  }

  @Test func `two new keys differ`() throws {
    #expect(try HistoryKey.random().id != HistoryKey.random().id)
  }

  @Test func `a file that exists is never replaced`() throws {
    let key = try HistoryKey.create(at: path)
    #expect(problem { try .create(at: path) } == .exists)
    #expect(try HistoryKey.read(from: path).id == key.id)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
  }

  @Test func `a dangling link is not followed when a key is written`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.path("elsewhere"))
    #expect(problem { try .create(at: path) } == .exists)
    #expect(!FileManager.default.fileExists(atPath: folder.path("elsewhere")))
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o620, 0o602, 0o610, 0o601, 0o777, 0o644])
  func `a file that others may use is refused`(mode: Int) throws {
    _ = try HistoryKey.create(at: path)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    #expect(problem { try .read(from: path) } == .openToOthers(permissions: UInt32(mode)))
  }

  @Test(arguments: [0o600, 0o400, 0o700])
  func `a file that only its owner may use is read`(mode: Int) throws {
    let key = try HistoryKey.create(at: path)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    #expect(try HistoryKey.read(from: path).id == key.id)
  }

  @Test(arguments: ["", "\n", "\r\n"])
  func `the line may end in any way, and digits may be of either case`(end: String) throws {
    try write("000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1F" + end)
    #expect(try HistoryKey.read(from: path).id == HistoryKey.counting().id)
  }

  @Test(arguments: ["", "\n", "\r\n"])
  func `a byte order mark is not part of the key`(end: String) throws {
    try write("\u{FEFF}000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" + end)
    #expect(try HistoryKey.read(from: path).id == HistoryKey.counting().id)
    try write("\u{FEFF}000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0" + end)
    #expect(problem { try .read(from: path) } == .malformed)
  }

  @Test(arguments: [
    "", "\n", String(repeating: "a", count: 63), String(repeating: "a", count: 63) + "\n",
    String(repeating: "a", count: 65), String(repeating: "a", count: 64) + "\n\n",
    String(repeating: "a", count: 64) + "\n\n\n", String(repeating: "a", count: 128),
    String(repeating: "g", count: 64), String(repeating: "a", count: 63) + " ",
    " " + String(repeating: "a", count: 64), String(repeating: "\u{0}", count: 32),
  ])
  func `a file that contains no key is refused`(text: String) throws {
    try write(text)
    #expect(problem { try .read(from: path) } == .malformed)
  }

  @Test func `a folder, a device, a pipe, a loop of links and a missing file are refused`() throws {
    #expect(problem { try .read(from: path) }?.description.hasPrefix("open: ") == true)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(problem { try .read(from: path) } == .notAFile)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    #expect(problem { try .read(from: path) }?.description.hasPrefix("open: ") == true)
    try FileManager.default.removeItem(atPath: path)
    try #require(unsafe mkfifo(path, 0o600) == 0)
    #expect(problem { try .read(from: path) } == .notAFile)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
    #expect(problem { try .read(from: path) } == .notAFile)
  }

  @Test func `a link to a key file is followed, and its target is checked`() throws {
    let target = folder.path("target")
    let key = try HistoryKey.create(at: target)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    #expect(try HistoryKey.read(from: path).id == key.id)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: target)
    #expect(problem { try .read(from: path) } == .openToOthers(permissions: 0o644))
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func `a file of another user is refused`() throws {
    _ = try HistoryKey.create(at: path)
    try #require(unsafe chown(path, 65_534, 65_534) == 0)
    // Root may read anybody's file, and what others could have written is no secret.
    #expect(problem { try .read(from: path) } == .foreignOwner)
  }

  @Test func `an error says where and what to do, and shows no digit of the file`() throws {
    let digits = String(repeating: "5", count: 60)
    try write(digits)
    let error = #expect(throws: HistoryError.self) { try HistoryKey.read(from: path) }
    let text = try #require(error?.description)
    #expect(text.contains(path) && text.contains("64 hexadecimal digits"))
    #expect(!text.contains("555"))
  }
}

import Foundation
import PasswordService
import ServiceTestSupport
import Testing

@Suite("Private files")
struct PrivateFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("key") }

  init() throws { folder = try TemporaryFolder() }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  private func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func make(_ text: String, replaces: Bool = false) throws(StoreError) {
    try PrivateFile.make(at: path, replaces: replaces) { descriptor, _ throws(StoreError) in
      guard unsafe write(descriptor, text, text.utf8.count) == text.utf8.count else {
        throw StoreError("not written")
      }
    }
  }

  @Test("appear complete, with mode 0600, and under no other name")
  func complete() throws {
    try make("new")
    #expect(try names == ["key"])
    #expect(try text() == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("have no name of their own until then, and are closed in child processes")
  func incomplete() throws {
    let path = path
    try PrivateFile.make(at: path) { descriptor, name throws(StoreError) in
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(FileManager.default.fileExists(atPath: name))
      #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
    }
    #expect(try names == ["key"])
  }

  @Test("replace no file unless they are told to")
  func taken() throws {
    try make("old")
    let error = try #require(throws: StoreError.self) { try make("new") }
    #expect(error.description == "\(path) exists already; choose another name")
    #expect(try text() == "old")
    try make("new", replaces: true)
    #expect(try text() == "new")
    #expect(try names == ["key"])
  }

  @Test("leave nothing behind when they cannot be filled")
  func unfilled() throws {
    let error = try #require(throws: StoreError.self) {
      try PrivateFile.make(at: path) { _, _ throws(StoreError) in throw StoreError("full") }
    }
    #expect(error.description == "full")
    #expect(try names == [])
  }

  @Test("name the reason when their folder is missing")
  func noFolder() throws {
    let path = folder.file("missing/key")
    let error = try #require(throws: StoreError.self) {
      try PrivateFile.make(at: path) { _, _ throws(StoreError) in }
    }
    #expect(error.description == "\(path) cannot be created: No such file or directory")
  }
}

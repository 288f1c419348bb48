package import Foundation

/// A new folder, removed with this object.
package final class TemporaryFolder {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("passwright-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// A file in the folder, there or not.
  package subscript(name: String) -> URL { url.appendingPathComponent(name) }

  /// The path of a file in the folder, there or not.
  package func path(_ name: String) -> String { self[name].path }

  /// The names of all files in the folder, hidden ones too, in order.
  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  package func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: self[name])
  }

  /// Writes a file that only its owner may use.
  package func writePrivately(_ text: String, to name: String) throws {
    try write(text, to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: self[name].path)
  }

  package func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: self[name]), as: UTF8.self)
  }

  package func permissions(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: self[name].path)
    return attributes[.posixPermissions] as? Int ?? -1
  }
}

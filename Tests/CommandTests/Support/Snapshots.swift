import Foundation
import Testing
import _TestSupport

/// Checked-in texts that the output must equal.
enum Snapshots {
  static let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Compares a text with a file of the package.
  ///
  /// With `PASSWRIGHT_UPDATE_SNAPSHOTS` set, the file is written first.
  static func expect(
    _ text: String, equals path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = packageFolder.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["PASSWRIGHT_UPDATE_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(
      firstDifference(text, expected) == nil,
      "\(path) is out of date; PASSWRIGHT_UPDATE_SNAPSHOTS=1 swift test rewrites it",
      sourceLocation: sourceLocation)
  }
}

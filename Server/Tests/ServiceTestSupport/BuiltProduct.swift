import Foundation

/// The path of a program that is built beside the tests.
public func builtProduct(_ name: String) -> String {
  URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name).path
}

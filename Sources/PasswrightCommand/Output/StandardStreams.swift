import Platform

/// Text for the user, on standard error.
///
/// Text that cannot be written there is lost.
enum StandardError {
  static func print(_ text: String, terminator: String = "\n") {
    try? write(text + terminator, to: Platform.standardError)
  }
}

/// Results, on standard output.
enum StandardOutput {
  static let name = "standard output"

  static func print(
    _ text: String, terminator: String = "\n"
  ) throws(CommandFailure) {
    do {
      try write(text + terminator, to: Platform.standardOutput)
    } catch {
      throw .output(error, name: name)
    }
  }
}

extension StandardOutput {
  /// Prints what the exit status says as well: when the reader has gone, the command continues, so
  /// that the status stays the answer.
  ///
  /// - Throws: ``CommandFailure/operational(_:)``.
  static func printAnswer(
    _ text: String, terminator: String = "\n"
  ) throws(CommandFailure) {
    do {
      try print(text, terminator: terminator)
    } catch .closedPipe {
      return
    }
  }
}

private func write(_ text: String, to descriptor: Int32) throws(SystemError) {
  try unsafe Array(text.utf8).span.withUnsafeBytes { bytes throws(SystemError) in
    try unsafe Platform.write(bytes, to: descriptor)
  }
}

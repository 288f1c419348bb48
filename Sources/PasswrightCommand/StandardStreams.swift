import Platform

/// Text for the user, on standard error.
///
/// What cannot be written there is lost.
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

private func write(_ text: String, to descriptor: Int32) throws(SystemError) {
  try unsafe Array(text.utf8).span.withUnsafeBytes { bytes throws(SystemError) in
    try unsafe Platform.write(bytes, to: descriptor)
  }
}

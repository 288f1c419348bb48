import Platform

enum Output {
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { bytes in
      try? unsafe Platform.write(bytes, to: Platform.standardOutput)
    }
  }
}

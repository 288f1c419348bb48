import Passwright
import Platform
import SecretMemory

/// Draws passwords for one account, each recorded in its history before it is written.
struct AccountRun {
  let recipe: CompliantRecipe
  let retries: Int
  let reuse: ReuseCheck
  /// Whose passwords they are; `nil` without a policy.
  let context: PolicyContext?
  let layout: RecordLayout?
  /// Whether a line feed ends the password where there is no layout.
  let endsInNewline: Bool

  func run(count: Int, to descriptor: Int32) async throws(ComplianceError) {
    var generator = try rethrowing(as: ComplianceError.drawing) { () throws(DrawingError) in
      try CompliantGenerator(recipe, retries: retries)
    }
    var line = try makeLine()
    var progress = ProgressLine(
      RunProgress(of: "password", total: count), output: descriptor)
    defer { progress?.erase() }
    guard let layout else {
      for _ in 0..<count {
        let length = try await draw(into: &line, from: &generator)
        let written = endsInNewline ? length : length - 1
        try write(line.bytes.extracting(first: written), to: descriptor)
        progress?.advance(by: 1)
      }
      return
    }
    var records = try makeRecords(layout)
    for index in 0..<count {
      let length: Int
      do {
        length = try await draw(into: &line, from: &generator)
      } catch {
        // Close what was started; before the first password, nothing was.
        if index > 0 { try? write(layout.footer, to: descriptor) }
        throw error
      }
      if index == 0 { try write(layout.header, to: descriptor) }
      _ = records.refill(from: line.bytes.extracting(first: length), at: 0)
      let dropped = index == 0 ? layout.separator.utf8.count : 0
      try unsafe records.withUnsafeBytes(dropping: dropped) { bytes throws(ComplianceError) in
        try unsafe write(Span(_unsafeBytes: bytes), to: descriptor)
      }
      progress?.advance(by: 1)
    }
    if count == 0 { try write(layout.header, to: descriptor) }
    try write(layout.footer, to: descriptor)
  }

  /// Draws and records a password; returns the bytes of its line.
  private func draw(
    into line: inout SecretBytes, from generator: inout CompliantGenerator<KeystreamByteSource>
  ) async throws(ComplianceError) -> Int {
    let password = try await generator.next(recordedIn: reuse, at: .now, context: context)
    let count = password.count
    unsafe line.withUnsafeMutableBytes { line in
      unsafe password.withUnsafeBytes { unsafe line.copyMemory(from: $0) }
      unsafe line[count] = UInt8(ascii: "\n")
    }
    return count + 1
  }

  private func makeLine() throws(ComplianceError) -> SecretBytes {
    do {
      // One more for the line feed.
      return try SecretBytes(count: recipe.recipe.maximumBytes + 1, protection: .wiped)
    } catch {
      throw .drawing(.noMemory(error))
    }
  }

  private func makeRecords(_ layout: RecordLayout) throws(ComplianceError) -> RecordBuffer {
    do {
      return try RecordBuffer(layout: layout, maximumBytes: recipe.recipe.maximumBytes)
    } catch {
      throw .drawing(.noMemory(error))
    }
  }

  private func write(_ text: String, to descriptor: Int32) throws(ComplianceError) {
    try write(Array(text.utf8).span, to: descriptor)
  }

  private func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws(ComplianceError) {
    do {
      try unsafe bytes.withUnsafeBytes { bytes throws(SystemError) in
        try unsafe Platform.write(bytes, to: descriptor)
      }
    } catch {
      throw .drawing(.generator(.output(error)))
    }
  }
}

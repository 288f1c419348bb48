import Platform

/// What `--threads` may say.
enum ThreadCount {
  private static let range = 1...256

  /// One thread for each processor.
  static var forAllProcessors: Int { min(Platform.activeProcessorCount, range.upperBound) }

  static func usageProblems(_ threads: Int?) -> [String] {
    guard let threads, !range.contains(threads) else { return [] }
    return [
      "--threads \(threads) is out of range; use \(range.lowerBound) to \(range.upperBound)"
    ]
  }
}

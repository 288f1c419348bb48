import Foundation

/// `/dev/null`, which takes what is written to it in no time to speak of.
public enum NullDevice {
  // The `nullDevice` of FileHandle has no descriptor on Linux.
  private static let handle = FileHandle(forWritingAtPath: "/dev/null")

  /// Its file descriptor, open for as long as the process runs.
  public static var descriptor: Int32 { handle?.fileDescriptor ?? -1 }
}

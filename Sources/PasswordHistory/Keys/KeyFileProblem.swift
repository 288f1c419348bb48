public import Platform

/// Why a key file cannot be used.
@nonexhaustive
public enum KeyFileProblem: Hashable, Sendable {
  /// The system rejected a call on the file.
  case system(SystemError)
  /// The path is a folder, a pipe or a device.
  case notAFile
  /// The file belongs to a user other than the current one or root.
  case foreignOwner
  /// The group or others may read, write or execute the file.
  case openToOthers(permissions: UInt32)
  /// The content is not 64 hexadecimal digits and a line end.
  case malformed
  /// The path for a new key already exists.
  case exists

  init(_ exposure: Platform.Exposure) {
    self =
      switch exposure {
      case .notAFile: .notAFile
      case .foreignOwner: .foreignOwner
      case .openToOthers(let permissions): .openToOthers(permissions: permissions)
      }
  }
}

extension KeyFileProblem: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .system(let error): error.description
    case .notAFile: "not a file; give the path of a file"
    case .foreignOwner: "belongs to another user; make it your own, with mode 0600"
    case .openToOthers(let permissions):
      "accessible to other users (mode 0\(String(permissions, radix: 8))); "
        + "run chmod 600 on it, and create a new key if anyone used it"
    case .malformed: "not a key: one line of 64 hexadecimal digits"
    case .exists: "already exists; read it instead, or choose another path"
    }
  }
}

extension ArgumentSet {
  nonisolated(unsafe) private static let known = Mutex<[ObjectIdentifier: ArgumentSet]>([:])

  /// All arguments of a command, made once: one parse asks for them three times or more, and each
  /// time reflection would look at every property of every group.
  static func known(of command: ParsableCommand.Type) -> ArgumentSet {
    let key = ObjectIdentifier(command)
    if let set = known.withLockUnchecked({ $0[key] }) { return set }
    let set = ArgumentSet(command, visibility: .private, parent: nil)
    known.withLockUnchecked { $0[key] = set }
    return set
  }
}

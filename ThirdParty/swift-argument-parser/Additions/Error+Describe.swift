extension Error {
  /// What upstream takes from `LocalizedError`, which no error of this package conforms to.
  func describe() -> String { String(describing: self) }
}

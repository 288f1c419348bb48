/// A history that remembers which runs have begun and not ended, so that no run is resumed in a
/// history that it was not begun in.
///
/// The marks of a run on entries do not show that: a mark is lost when its entry is pruned, or
/// another run draws its value again.
public protocol MintingStore: PasswordHistoryStore {
  /// Records that a run has begun; nothing changes if it has begun before.
  ///
  /// - Throws: ``HistoryError/store(_:place:)``.
  func begin(_ run: RunID) async throws(HistoryError)

  /// Whether a run has begun and not ended.
  ///
  /// - Throws: ``HistoryError/store(_:place:)``.
  func isUnfinished(_ run: RunID) async throws(HistoryError) -> Bool

  /// Records that a run has ended; nothing changes if it never began.
  ///
  /// - Throws: ``HistoryError/store(_:place:)``.
  func end(_ run: RunID) async throws(HistoryError)
}

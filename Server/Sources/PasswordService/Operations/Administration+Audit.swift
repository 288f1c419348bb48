/// What verifying the audit came to.
public enum AuditVerdict: Hashable, Sendable {
  /// All events are there, unchanged.
  case whole(count: Int)
  /// From this place on, an event is missing or was changed.
  case broken(sequence: Int)
}

extension Administration {
  /// Calls `body` with the events from a time on, in their order.
  public func visitAudit(
    since time: Int = Int.min, _ body: (ChainedAuditEvent) throws -> Void
  ) async throws {
    var last = 0
    while true {
      let after = last
      let page = try await service.store.read {
        try $0.auditEvents(after: after, limit: Self.auditPageSize)
      }
      for event in page where event.event.time >= time { try body(event) }
      guard let end = page.last else { return }
      last = end.sequence
    }
  }

  private static let auditPageSize = 1000

  /// Verifies the chain of the audit: each event carries the keyed hash of itself and of the event
  /// before, and a seal vouches for the last one.
  ///
  /// A whole store that was put back to an earlier state verifies: compare the count with one that was
  /// noted elsewhere.
  public func verifyAudit() async throws -> AuditVerdict {
    let keyring = try await service.refresh().keyring
    var previous: [UInt8] = []
    var last: ChainedAuditEvent?
    var count = 0
    var broken: Int?
    try await visitAudit { link in
      guard broken == nil else { return }
      let message = ChainedAuditEvent.message(
        sequence: link.sequence, event: link.event, previous: previous)
      guard link.sequence == count + 1, Sodium.areEqual(keyring.auditHash(message), link.hash)
      else {
        broken = count + 1
        return
      }
      previous = link.hash
      last = link
      count += 1
    }
    if let broken { return .broken(sequence: broken) }
    let seal = try await service.store.read { try $0.auditSeal() }
    let expected = last.map { keyring.auditHash($0.sealMessage) } ?? []
    return Sodium.areEqual(seal, expected) ? .whole(count: count) : .broken(sequence: count + 1)
  }
}

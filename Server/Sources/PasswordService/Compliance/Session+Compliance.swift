import Passwright

/// What kept passwords from being used, by check.
private struct Refusals {
  private(set) var attempts = 0
  private var counts: [Check: Int] = [:]

  /// The checks, in their order.
  enum Check: String, CaseIterable {
    case badPassword = "bad password"
    case strength = "password strength"
    case reuse = "password reuse"
    case other = "other rules"

    init(code: String) {
      switch code {
      case "bad.word", "bad.pattern": self = .badPassword
      case "strength.low": self = .strength
      default: self = .other
      }
    }
  }

  mutating func add(_ checks: Set<Check>) {
    attempts += 1
    for check in checks { counts[check, default: 0] += 1 }
  }

  /// What is wrong with a given password, in the words of the checks.
  static func sentence(_ violation: Violation) -> String {
    Check(code: violation.code) == .badPassword ? "It is a bad password." : violation.message
  }

  var summary: String {
    let failed = Check.allCases.compactMap { check in
      counts[check].map { "\(check.rawValue) \($0)" }
    }
    return failed.joined(separator: ", ")
  }
}

extension Session {
  /// The password that a record gets; `nil`: it keeps its own.
  ///
  /// - Throws: ``ServiceError/forbidden(_:)`` when the given one does not comply, or no attempt to
  ///   draw one did.
  func compliantPassword(
    _ password: RecordChange.Password, for record: PasswordRecord, in list: PasswordList
  ) throws -> String? {
    switch password {
    case .unchanged: return nil
    case .given(let password):
      try check(password, for: record, in: list)
      return password
    case .generated(let retries):
      return try generate(for: record, in: list, retries: retries)
    }
  }

  private func check(
    _ password: String, for record: PasswordRecord, in list: PasswordList
  ) throws {
    guard password.utf8.count <= CompiledPolicy.maximumBytes else {
      throw ServiceError.invalid([
        "Password has more than \(CompiledPolicy.maximumBytes) bytes of UTF-8."
      ])
    }
    let policy = try generators.policy(of: list)
    var reasons = policy.violations(of: password).map(Refusals.sentence)
    if try isReused(password, by: record, in: list) {
      reasons.append(
        "The password is one of the newest \(list.preventPasswordReuse) of this record.")
    }
    if !reasons.isEmpty {
      throw ServiceError.forbidden(
        "The password does not comply. " + reasons.joined(separator: " "))
    }
  }

  private func generate(
    for record: PasswordRecord, in list: PasswordList, retries: Int
  ) throws -> String {
    let generator = try generators.generator(of: list)
    var refusals = Refusals()
    let earlier = try newestPasswords(of: record, in: list)
    while refusals.attempts <= retries {
      switch try generator.attempt() {
      case .password(let password):
        if !earlier.contains(where: { Sodium.areEqual($0, Array(password.utf8)) }) {
          return password
        }
        refusals.add([.reuse])
      case .refused(let codes):
        refusals.add(Set(codes.map(Refusals.Check.init(code:))))
      }
    }
    throw ServiceError.forbidden(
      "No generated password complies, in \(refusals.attempts) "
        + "\(refusals.attempts == 1 ? "attempt" : "attempts"): \(refusals.summary).")
  }

  private func isReused(
    _ password: String, by record: PasswordRecord, in list: PasswordList
  ) throws -> Bool {
    let password = Array(password.utf8)
    return try newestPasswords(of: record, in: list).contains { Sodium.areEqual($0, password) }
  }

  /// The newest distinct passwords of a record that must not be used again, its current one
  /// included.
  private func newestPasswords(
    of record: PasswordRecord, in list: PasswordList
  ) throws -> [[UInt8]] {
    guard list.preventPasswordReuse > 0 else { return [] }
    var newest: [[UInt8]] = []
    var before = Int.max
    // A history may be long, and the newest rows of it mostly are enough.
    let limit = 2 * list.preventPasswordReuse
    while true {
      let page = try transaction.history(ofRecord: record.id, before: before, limit: limit)
      for row in page where row.contents.password != nil {
        let password = Array(try self.password(of: row.contents, record: record.id).utf8)
        guard !newest.contains(password) else { continue }
        newest.append(password)
        if newest.count == list.preventPasswordReuse { return newest }
      }
      guard let last = page.last, page.count == limit else { return newest }
      before = last.id
    }
  }
}

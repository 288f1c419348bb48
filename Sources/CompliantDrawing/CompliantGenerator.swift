public import PasswordGeneration
package import PasswordPolicy
import Platform
public import Randomness
import SecretMemory

/// Draws passwords that comply with a policy, by the strategy of its recipe.
///
/// ```swift
/// var generator = try CompliantGenerator(recipe)
/// let password = try generator.next()
/// ```
/// A draw that breaks one of the recipe's `retriedRules` is a failed attempt, and the number of
/// attempts is limited. Rejected passwords are wiped. The time that a call takes reveals how many
/// were rejected.
public struct CompliantGenerator<Source: ByteSource & ~Copyable>: ~Copyable {
  /// The recipe to draw from, with the policy that passwords comply with.
  public let recipe: CompliantRecipe
  /// The number of attempts for each password after the first.
  public let retries: Int

  private var generator: Generator<Source>
  private var drawer: CompliantDrawer?
  /// The failed attempts so far for the next password of ``refill(_:count:)``.
  private var failures = ExhaustedRetries()

  /// Binds a recipe and a policy to a source.
  ///
  /// - Throws: `DrawingError.generator` when memory for drawing cannot be allocated.
  public init(
    _ recipe: CompliantRecipe, retries: Int = CompliantRecipe.defaultRetries,
    source: consuming Source
  ) throws(DrawingError) {
    precondition(retries >= 0, "CompliantGenerator: a negative number of retries")
    let drawer = try Self.drawer(recipe)
    self.generator = try Self.generator(recipe, source)
    self.drawer = drawer
    self.recipe = recipe
    self.retries = retries
  }

  private static func generator(
    _ recipe: CompliantRecipe, _ source: consuming Source
  ) throws(DrawingError) -> Generator<Source> {
    do {
      return try Generator(recipe.recipe, source: source)
    } catch {
      throw .generator(error)
    }
  }

  private static func drawer(
    _ recipe: CompliantRecipe
  ) throws(DrawingError) -> CompliantDrawer? {
    do {
      return try CompliantDrawer(recipe.plan)
    } catch {
      throw .noMemory(error)
    }
  }

  /// Draws one compliant password.
  ///
  /// - Throws: ``DrawingError/exhausted(_:)`` with the violations of all attempts;
  ///   ``DrawingError/generator(_:)``.
  public mutating func next() throws(DrawingError) -> Password {
    var failures = ExhaustedRetries()
    return try next(context: nil, after: &failures)
  }

  /// Draws passwords until one complies.
  ///
  /// A caller that refuses the password adds it to the failed attempts and calls this again.
  ///
  /// - Parameters:
  ///   - context: the account's names and values, in addition to those of the recipe.
  ///   - failures: the failed attempts so far.
  /// - Returns: the first password that complies.
  /// - Throws: the errors of ``next()``.
  package mutating func next(
    context: PolicyContext?, after failures: inout ExhaustedRetries
  ) throws(DrawingError) -> Password {
    while failures.attempts <= retries {
      let password = try drawAttempt()
      switch outcome(of: password) {
      case .notCounted: continue
      case .refused(let violations): failures.add(violations)
      case .complies:
        guard isForbidden(password, in: context) else { return password }
        failures.add([Violation(rule: .contextWord)])
      }
    }
    throw .exhausted(failures)
  }

  /// Whether a compliant password contains part of a name from the context.
  private func isForbidden(_ password: borrowing Password, in context: PolicyContext?) -> Bool {
    guard let context else { return false }
    return !recipe.policy.isCompliant(password.bytes, context: context)
  }

  private func outcome(of password: borrowing Password) -> DrawOutcome {
    recipe.outcome(of: password.bytes)
  }

  private mutating func drawAttempt() throws(DrawingError) -> Password {
    guard drawer != nil else {
      return try rethrowing(as: DrawingError.generator) { () throws(GeneratorError) in
        try generator.next()
      }
    }
    var line = try rethrowing(as: DrawingError.noMemory) { () throws(SecretMemoryError) in
      try SecretBytes(count: recipe.recipe.maximumBytes, protection: .wiped)
    }
    let count = try rethrowing(as: DrawingError.source) { () throws(ByteSourceError) in
      try unsafe drawer?.draw(
        1, terminator: nil,
        into: UnsafeMutableBufferPointer(start: line.unsafeMutableStart(), count: line.count),
        from: &generator.source)
    }
    return Password(line, count: count?.bytes ?? 0)
  }
}

// MARK: - Many

extension CompliantGenerator where Source: ~Copyable {
  /// Draws `count` compliant passwords and writes them to a file descriptor, each followed by a
  /// line feed, in constant memory.
  ///
  /// - Parameters:
  ///   - count: the number of passwords, 0 or more.
  ///   - descriptor: an open file, pipe or socket. `write(2)` is called several times, each time
  ///     with whole passwords.
  /// - Throws: ``DrawingError/exhausted(_:)`` when the retries for a password run out, by which
  ///   time some of the passwords before it have been written; ``DrawingError/generator(_:)`` with
  ///   what `Generator.write(_:to:terminator:)` throws.
  /// - Complexity: O(bytes drawn); at most about 128 KiB of memory, whatever the count.
  public mutating func write(_ count: Int, to descriptor: Int32) throws(DrawingError) {
    precondition(count >= 0, "write: a negative count")
    var buffer = try rethrowing(as: DrawingError.generator) { () throws(GeneratorError) in
      try PasswordBuffer(recipe: recipe.recipe, count: count)
    }
    var remaining = count
    while remaining > 0 {
      remaining -= try refill(&buffer, count: remaining)
      do {
        try buffer.write(to: descriptor)
      } catch {
        throw .generator(.output(error))
      }
    }
  }

  /// Replaces the contents of a buffer with up to `count` compliant passwords, each followed by a
  /// line feed; returns how many, possibly none.
  ///
  /// Draws `count` passwords and keeps those that comply. Failed attempts for the next password
  /// carry over from one call to the next.
  package mutating func refill(
    _ buffer: inout PasswordBuffer, count: Int
  ) throws(DrawingError) -> Int {
    let drawn: Int
    do {
      drawn = try drawAttempts(&buffer, count: count)
    } catch {
      throw .generator(error)
    }
    guard recipe.plan.checks else { return drawn }
    var failures = self.failures
    let (recipe, retries) = (recipe, retries)
    let kept = buffer.filter(terminator: CompliantRecipe.terminator) { block, line in
      guard failures.attempts <= retries else { return false }
      switch recipe.outcome(of: block.extracting(line)) {
      case .notCounted: return false
      case .refused(let violations):
        failures.add(violations)
        return false
      case .complies:
        failures = ExhaustedRetries()
        return true
      }
    }
    self.failures = failures
    guard failures.attempts <= retries else {
      // A password drawn after this error starts with no failures.
      self.failures = ExhaustedRetries()
      buffer.wipe()
      throw .exhausted(failures)
    }
    return kept
  }

  /// Replaces the contents of a buffer with up to `count` draws, compliant or not; returns how
  /// many.
  @discardableResult
  mutating func drawAttempts(
    _ buffer: inout PasswordBuffer, count: Int
  ) throws(GeneratorError) -> Int {
    guard drawer != nil else {
      return try buffer.refill(count, terminator: CompliantRecipe.terminator, from: &generator)
    }
    return try unsafe buffer.refill { memory throws(ByteSourceError) in
      try unsafe drawer?.draw(
        count, terminator: CompliantRecipe.terminator, into: memory, from: &generator.source) ?? (
          0, 0
        )
    }
  }
}

extension CompliantGenerator where Source == KeystreamByteSource {
  /// Binds a recipe and a policy to a new `KeystreamByteSource`.
  ///
  /// - Throws: `DrawingError.generator`.
  public init(
    _ recipe: CompliantRecipe, retries: Int = CompliantRecipe.defaultRetries
  ) throws(DrawingError) {
    let source = try rethrowing(as: DrawingError.source) { () throws(ByteSourceError) in
      try KeystreamByteSource()
    }
    try self.init(recipe, retries: retries, source: source)
  }
}

extension CompliantGenerator: Sendable where Source: Sendable & ~Copyable {}

extension CompliantRecipe {
  /// The number of retries of Passwordstate: 10, hence 11 attempts.
  public static var defaultRetries: Int { 10 }
}

extension DrawingError {
  fileprivate static func source(_ error: ByteSourceError) -> DrawingError {
    .generator(.source(error))
  }
}

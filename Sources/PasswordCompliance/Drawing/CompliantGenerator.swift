public import PasswordGeneration
public import PasswordHistory
public import PasswordPolicy
import Platform
public import Randomness
import SecretMemory

/// Draws passwords that comply with a policy, by the strategy of its recipe.
///
/// ```swift
/// var generator = try CompliantGenerator(recipe)
/// let password = try generator.next()
/// let recorded = try generator.next(recordedIn: reuse, at: .now)
/// ```
/// A draw that breaks one of the recipe's `retriedRules`, or that an account has had before, is a
/// failed attempt, and attempts are limited. Passwords that are refused are wiped. How many were
/// refused shows in the time that a call takes.
public struct CompliantGenerator<Source: ByteSource & ~Copyable>: ~Copyable {
  /// What is drawn, and what it complies with.
  public let recipe: CompliantRecipe
  /// How many attempts there are after the first for each password.
  public let retries: Int

  private var generator: Generator<Source>
  private var drawer: CompliantDrawer?
  /// The attempts for the next password of ``refill(_:count:)`` that have failed so far.
  private var failures = ExhaustedRetries()

  /// Binds a recipe and a policy to a source.
  ///
  /// - Throws: `ComplianceError.generator` when there is no memory to draw in.
  public init(
    _ recipe: CompliantRecipe, retries: Int = CompliantRecipe.defaultRetries,
    source: consuming Source
  ) throws(ComplianceError) {
    precondition(retries >= 0, "CompliantGenerator: a negative number of retries")
    let drawer = try Self.drawer(recipe)
    self.generator = try Self.generator(recipe, source)
    self.drawer = drawer
    self.recipe = recipe
    self.retries = retries
  }

  private static func generator(
    _ recipe: CompliantRecipe, _ source: consuming Source
  ) throws(ComplianceError) -> Generator<Source> {
    do {
      return try Generator(recipe.recipe, source: source)
    } catch {
      throw .generator(error)
    }
  }

  private static func drawer(
    _ recipe: CompliantRecipe
  ) throws(ComplianceError) -> CompliantDrawer? {
    do {
      return try CompliantDrawer(recipe.plan)
    } catch {
      throw .generator(.source(.unavailable(error)))
    }
  }

  /// Draws one compliant password.
  ///
  /// - Throws: ``ComplianceError/exhausted(_:)`` with the violations of all attempts;
  ///   ``ComplianceError/generator(_:)``.
  public mutating func next() throws(ComplianceError) -> Password {
    try next(context: nil) { (_: borrowing Password) throws(ComplianceError) in true }
  }

  /// Draws one password that complies and that the account has not used, and records it there.
  ///
  /// Whether it was used and that it now is are one step of the history: it is recorded before it
  /// is returned. Reuse is looked up for passwords that comply with all else.
  ///
  /// - Parameters:
  ///   - reuse: the account and its history.
  ///   - date: when it was drawn.
  ///   - context: whose password it is, beside what the recipe knows.
  /// - Returns: the password.
  /// - Throws: ``ComplianceError/exhausted(_:)`` with the violations of all attempts;
  ///   ``ComplianceError/generator(_:)``; ``ComplianceError/history(_:)``.
  public mutating func next(
    recordedIn reuse: ReuseCheck, at date: HistoryDate, context: PolicyContext? = nil
  ) throws(ComplianceError) -> Password {
    let last = recipe.last
    return try next(context: context) { (password: borrowing Password) throws(ComplianceError) in
      do throws(HistoryError) {
        return try reuse.store.acceptIfNew(
          password.bytes, account: reuse.account, last: last, using: reuse.digester, at: date)
          == .new
      } catch {
        throw .history(error)
      }
    }
  }

  /// Draws one password that complies and that the account has not used, and makes it the pending
  /// one of a run, inside a transaction of a store.
  ///
  /// - Parameters:
  ///   - history: the account, which the run has minted nothing for.
  ///   - run: the run.
  ///   - digester: how digests are made.
  ///   - date: when it was drawn.
  ///   - context: whose password it is, beside what the recipe knows.
  /// - Returns: the password.
  /// - Throws: the errors of ``next(recordedIn:at:)``.
  public mutating func next(
    mintedIn history: inout AccountHistory, run: RunID, using digester: PasswordDigester,
    at date: HistoryDate, context: PolicyContext? = nil
  ) throws(ComplianceError) -> Password {
    let last = recipe.last
    return try next(context: context) { (password: borrowing Password) throws(ComplianceError) in
      do throws(HistoryError) {
        return try history.mint(
          password.bytes, run: run, last: last, using: digester, at: date) == .new
      } catch {
        throw .history(error)
      }
    }
  }

  private mutating func next(
    context: PolicyContext?,
    isNew: (borrowing Password) throws(ComplianceError) -> Bool
  ) throws(ComplianceError) -> Password {
    var failures = ExhaustedRetries()
    while failures.attempts <= retries {
      let password = try drawAttempt()
      switch verdict(on: password) {
      case .notCounted: continue
      case .refused(let violations): failures.add(violations)
      case .complies:
        if isForbidden(password, in: context) {
          failures.add([Violation(rule: .contextWord)])
        } else if try isNew(password) {
          return password
        } else {
          failures.add([Violation(rule: .reuse(last: recipe.last))])
        }
      }
    }
    throw .exhausted(failures)
  }

  /// Whether a compliant password holds a part of a name of the context.
  private func isForbidden(_ password: borrowing Password, in context: PolicyContext?) -> Bool {
    guard let context else { return false }
    return !recipe.policy.isCompliant(password.bytes, context: context)
  }

  private func verdict(on password: borrowing Password) -> Verdict {
    recipe.verdict(on: password.bytes)
  }

  private mutating func drawAttempt() throws(ComplianceError) -> Password {
    do {
      guard drawer != nil else { return try generator.next() }
      var line = try SecretBytes(count: recipe.recipe.maximumBytes, protection: .wiped)
      let drawn = try unsafe drawer?.draw(
        1, terminator: nil,
        into: UnsafeMutableBufferPointer(start: line.unsafeMutableStart(), count: line.count),
        from: &generator.source)
      return Password(line, count: drawn?.bytes ?? 0)
    } catch let error as GeneratorError {
      throw .generator(error)
    } catch let error as ByteSourceError {
      throw .generator(.source(error))
    } catch let error as SecretMemoryError {
      throw .generator(.source(.unavailable(error)))
    } catch {
      fatalError("no other error is thrown above")
    }
  }
}

// MARK: - Many

extension CompliantGenerator where Source: ~Copyable {
  /// Draws `count` compliant passwords and writes them to a file descriptor, each followed by a line
  /// feed, in fixed memory.
  ///
  /// - Parameters:
  ///   - count: how many passwords, 0 or more.
  ///   - descriptor: an open file, pipe or socket. Several calls of `write(2)` are made, each of
  ///     whole passwords.
  /// - Throws: ``ComplianceError/exhausted(_:)`` when the retries for a password run out, those
  ///   before it being written in part; ``ComplianceError/generator(_:)`` with what
  ///   `Generator.write(_:to:terminator:)` throws.
  /// - Complexity: O(bytes drawn); memory of at most about 128 KiB, whatever the count.
  public mutating func write(_ count: Int, to descriptor: Int32) throws(ComplianceError) {
    precondition(count >= 0, "write: a negative count")
    do {
      var buffer = try PasswordBuffer(recipe: recipe.recipe, count: count)
      var remaining = count
      while remaining > 0 {
        remaining -= try refill(&buffer, count: remaining)
        do throws(SystemError) {
          try buffer.write(to: descriptor)
        } catch {
          throw ComplianceError.generator(.output(error))
        }
      }
    } catch let error as ComplianceError {
      throw error
    } catch let error as GeneratorError {
      throw .generator(error)
    } catch {
      fatalError("no other error is thrown above")
    }
  }

  /// Replaces the contents of a buffer by up to `count` compliant passwords, each with a
  /// line feed; returns how many, possibly none.
  ///
  /// `count` passwords are drawn and those that comply are kept: the attempts for the first that is
  /// kept go on from one call to the next.
  package mutating func refill(
    _ buffer: inout PasswordBuffer, count: Int
  ) throws(ComplianceError) -> Int {
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
      switch recipe.verdict(on: block.extracting(line)) {
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
      // A password that is drawn after this error begins with no failures.
      self.failures = ExhaustedRetries()
      buffer.wipe()
      throw .exhausted(failures)
    }
    return kept
  }

  /// Replaces the contents of a buffer by up to `count` draws, compliant or not; returns how many.
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
  /// - Throws: `ComplianceError.generator`.
  public init(
    _ recipe: CompliantRecipe, retries: Int = CompliantRecipe.defaultRetries
  ) throws(ComplianceError) {
    do {
      try self.init(recipe, retries: retries, source: KeystreamByteSource())
    } catch let error as ByteSourceError {
      throw .generator(.source(error))
    } catch let error as ComplianceError {
      throw error
    } catch {
      fatalError("no other error is thrown above")
    }
  }
}

extension CompliantGenerator: Sendable where Source: Sendable & ~Copyable {}

extension CompliantRecipe {
  /// The retries of the source API: 10, hence 11 attempts.
  public static var defaultRetries: Int { 10 }

  /// How many earlier passwords the policy compares with; 0 without a rule.
  var last: Int { policy.policy.reuse?.last ?? 0 }
}

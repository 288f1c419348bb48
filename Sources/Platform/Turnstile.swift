#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A turnstile that lets threads pass one after another, in the order of their numbers from 0.
///
/// ```swift
/// turns.wait(for: number)
/// write(result)
/// turns.pass()
/// ```
/// Each number must pass exactly once, or those after it wait forever.
@safe
package final class Turnstile: @unchecked Sendable {
  // Both stay at a fixed address until deinit, as the system requires; the turn is only accessed
  // under the mutex.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var turn = 0

  package init() {
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe condition.initialize(to: pthread_cond_t())
    let hasMutex = unsafe pthread_mutex_init(mutex, nil) == 0
    let hasCondition = unsafe pthread_cond_init(condition, nil) == 0
    precondition(hasMutex && hasCondition, "Turnstile: the system has no room for a lock")
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Waits until all smaller numbers have passed.
  package func wait(for number: Int) {
    unsafe pthread_mutex_lock(mutex)
    while turn < number { unsafe pthread_cond_wait(condition, mutex) }
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Passes the turn to the next number.
  package func pass() {
    unsafe pthread_mutex_lock(mutex)
    turn += 1
    unsafe pthread_cond_broadcast(condition)
    unsafe pthread_mutex_unlock(mutex)
  }
}

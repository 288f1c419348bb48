import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// Runs `body` on a given number of threads at once, including the calling one, and waits for
  /// all.
  ///
  /// Where the system cannot start a thread, fewer run: `body` must share out its work.
  package static func run(onThreads count: Int, _ body: @escaping @Sendable () -> Void) {
    let work = ThreadWork(body)
    var threads: [PlatformThread] = []
    while threads.count + 1 < count, let thread = PlatformThread(work) { threads.append(thread) }
    body()
    for thread in threads { thread.join() }
    withExtendedLifetime(work) {}
  }

  /// Starts a thread that ends when `body` does, and does not wait for it.
  ///
  /// - Returns: whether the system has started it; if not, `body` is never called.
  package static func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    PlatformThread.detach(ThreadWork(body))
  }
}

private final class ThreadWork: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

/// A running thread; `pthread_t` is a number on one system and a pointer on another.
@safe
private struct PlatformThread {
  #if canImport(Glibc)
  private let thread: pthread_t

  /// - Parameter work: the work to do; it must live until the thread is joined.
  init?(_ work: ThreadWork) {
    let address = unsafe Unmanaged.passUnretained(work).toOpaque()
    var thread: pthread_t = 0
    guard unsafe pthread_create(&thread, nil, Self.run, address) == 0 else { return nil }
    self.thread = thread
  }

  func join() { _ = pthread_join(thread, nil) }

  static func detach(_ work: ThreadWork) -> Bool {
    let work = unsafe Unmanaged.passRetained(work)
    var thread: pthread_t = 0
    guard unsafe pthread_create(&thread, nil, Self.runOwned, work.toOpaque()) == 0 else {
      unsafe work.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
  #else
  private let thread: pthread_t

  /// - Parameter work: the work to do; it must live until the thread is joined.
  init?(_ work: ThreadWork) {
    let address = unsafe Unmanaged.passUnretained(work).toOpaque()
    var created: pthread_t?
    guard unsafe pthread_create(&created, nil, Self.run, address) == 0,
      let thread = unsafe created
    else { return nil }
    unsafe self.thread = thread
  }

  func join() { _ = unsafe pthread_join(thread, nil) }

  static func detach(_ work: ThreadWork) -> Bool {
    let work = unsafe Unmanaged.passRetained(work)
    var created: pthread_t?
    guard unsafe pthread_create(&created, nil, Self.runOwned, work.toOpaque()) == 0,
      let thread = unsafe created
    else {
      unsafe work.release()
      return false
    }
    unsafe pthread_detach(thread)
    return true
  }
  #endif

  #if canImport(Darwin)
  private static let run: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
    unsafe Unmanaged<ThreadWork>.fromOpaque($0).takeUnretainedValue().body()
    return nil
  }

  private static let runOwned:
    @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
      unsafe Unmanaged<ThreadWork>.fromOpaque($0).takeRetainedValue().body()
      return nil
    }
  #else
  private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    guard let address = unsafe $0 else { return nil }
    unsafe Unmanaged<ThreadWork>.fromOpaque(address).takeUnretainedValue().body()
    return nil
  }

  private static let runOwned:
    @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      guard let address = unsafe $0 else { return nil }
      unsafe Unmanaged<ThreadWork>.fromOpaque(address).takeRetainedValue().body()
      return nil
    }
  #endif
}

import Foundation
import Testing
import _TestSupport

/// A new terminal, of which what is shown can be read.
final class Screen {
  private var master: Int32 = 0
  private var slave: Int32 = 0
  private(set) var shown = ""

  /// Makes one of a width; 0: it does not say.
  init(columns: UInt16 = 0) throws {
    var size = winsize()
    size.ws_col = columns
    try #require(unsafe openpty(&master, &slave, nil, nil, &size) == 0)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(master)
    close(slave)
  }

  /// What a process writes to.
  var stream: ChildProcess.Stream { .descriptor(slave) }

  /// Takes what has been shown since the last time, without waiting for more.
  func update() {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(master, $0.baseAddress, $0.count)
    }
    shown += String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Waits until something is shown, and then does what is to be done at once, on a thread apart
  /// from those that tests run on.
  func whenShown(_ body: @escaping @Sendable () -> Void) async {
    let master = master
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var events = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while unsafe poll(&events, 1, -1) < 0 && errno == EINTR {}
        body()
        continuation.resume()
      }
    }
    update()
  }
}

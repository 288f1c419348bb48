import PasswordService
import PasswordServiceSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process to be killed: what it has printed when it dies must be in the store.
///
/// Arguments: the store, its master key, the system-wide key, and the number of the store call at
/// which it kills itself; 0: never, since it is killed from outside.
@main
enum ServiceCrashDriver {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let master = MasterKey(hexadecimal: arguments[2]),
      let call = Int(arguments[4])
    else { fatalError("usage") }
    let store = KillingStore(
      store: try SQLiteServiceStore(path: arguments[1], opening: .existing, readerCount: 1),
      counter: CallCounter(kill: call))
    let service = PasswordService(store: store, clock: ServiceClock(now: { 1_773_144_000_000 })) {
      () throws(StoreError) in master
    }
    let caller = Caller(key: arguments[3], origin: "driver")
    let worker = JobWorker(service, target: PrintingTarget())
    for _ in 0..<3 {
      try await worker.run()
      try await change(service, caller)
    }
    say("end")
  }

  /// Makes a record and changes it, with a generated password and a hand-over each time.
  private static func change(_ service: PasswordService, _ caller: Caller) async throws {
    let author = Author(userID: "u", firstName: "f", surname: "s")
    var change = RecordChange()
    change.texts = [.genericField1: "host"]
    change.accountTypeID = 1
    change.password = .generated(retries: 10)
    change.handsOver = true
    change.generatesGenericFields = true
    let created = try await service.createRecord(
      inList: 30, change, author: author, by: caller)
    say("record \(created.record.id) \(created.password)")
    let updated = try await service.updateRecord(
      created.record.id, change, author: author, by: caller)
    say("record \(updated.record.id) \(updated.password)")
  }

  /// Prints a line, which is in the pipe when this returns.
  static func say(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = unsafe write(1, bytes, bytes.count)
  }
}

/// A target that has the password once it has printed it.
private struct PrintingTarget: HandOverTarget {
  func deliver(_ delivery: Delivery) async throws(DeliveryFailure) {
    ServiceCrashDriver.say(
      "job \(delivery.jobID) \(delivery.recordID) \(delivery.kind.rawValue) \(delivery.password)")
  }
}

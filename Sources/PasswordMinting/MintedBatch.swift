public import CompliantDrawing
import PasswordGeneration
public import PasswordHistory
import SecretMemory

/// The passwords of a batch of accounts, in memory that is wiped at the end of their lifetime.
///
/// The history holds them as pending: hand them out, then confirm them with
/// ``MintingRun/confirm(_:)``. It is never printed, and is not copied.
public struct MintedBatch: ~Copyable, Sendable {
  /// The accounts that have a password, in the order in which they were given.
  public private(set) var accounts: [AccountID] = []
  /// Why the account after the last one has none; nothing was minted for those after it either.
  public internal(set) var failure: DrawingError?

  private var memory: SecretBytes
  /// Where each password ends.
  private var ends: [Int] = []

  /// Makes an empty batch.
  init(maximumCount: Int, maximumBytes: Int) throws(SecretMemoryError) {
    let (count, overflows) = maximumCount.multipliedReportingOverflow(by: maximumBytes)
    memory = try SecretBytes(count: overflows ? Int.max : count, protection: .wiped)
  }

  /// The number of passwords.
  public var count: Int { accounts.count }

  /// Returns the password of the account at a position of ``accounts``.
  @_lifetime(borrow self)
  public borrowing func password(at index: Int) -> Span<UInt8> {
    memory.bytes.extracting((index == 0 ? 0 : ends[index - 1])..<ends[index])
  }

  mutating func append(_ password: borrowing Password, for account: AccountID) {
    let start = ends.last ?? 0
    let end = start + password.count
    unsafe memory.withUnsafeMutableBytes { memory in
      unsafe password.withUnsafeBytes { password in
        unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<end])
          .copyMemory(from: password)
      }
    }
    accounts.append(account)
    ends.append(end)
  }
}

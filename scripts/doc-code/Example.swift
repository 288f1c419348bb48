import PasswordHistorySQLite
import Passwright

/// What the code of the documentation takes for granted.
struct Example: ~Copyable {
  var generator: Generator<KeystreamByteSource>
  var password: Password
  let corporate: Policy
  let policy: CompiledPolicy
  let json: [UInt8]
  let alice: AccountID
  let account: AccountID
  let accounts: [AccountID]
  let store: SQLiteHistoryStore
  let key: HistoryKey
  let digester: PasswordDigester
  let reuse: ReuseCheck
  let recipe: CompliantRecipe

  func draw() -> Password { fatalError() }
  func deliver(_ password: Span<UInt8>, to account: AccountID) {}
  func fill(_ bytes: UnsafeMutableRawBufferPointer) {}
}

func use<Value: ~Copyable>(_: borrowing Value) {}

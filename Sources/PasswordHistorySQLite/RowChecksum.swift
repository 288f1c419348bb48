import CSodium
package import PasswordHistory

/// A checksum that detects damage to a row; SQLite's pages have no checksums of their own.
///
/// It protects against damage, not against people: anyone who can write the file can write the
/// checksum.
package enum RowChecksum {
  static func of(_ entry: HistoryEntry, account: AccountID) -> Int64 {
    of(
      text: entry.digest.text, sequence: entry.sequence, seconds: entry.date.secondsSince1970,
      minting: entry.minting, account: account)
  }

  package static func of(
    text: String, sequence: Int64, seconds: Int64, minting: Minting?, account: AccountID
  ) -> Int64 {
    var input: [UInt8] = []
    for text in [account.text, text, minting?.run.text ?? ""] {
      append(Int64(text.utf8.count), to: &input)
      input.append(contentsOf: text.utf8)
    }
    append(sequence, to: &input)
    append(seconds, to: &input)
    append(Int64(minting?.state.rawValue ?? -1), to: &input)
    // SipHash under a fixed key, used only for its distribution and its speed.
    let key = [UInt8](repeating: 0, count: Int(crypto_shorthash_KEYBYTES))
    var output = [UInt8](repeating: 0, count: Int(crypto_shorthash_BYTES))
    _ = unsafe crypto_shorthash(&output, input, UInt64(input.count), key)
    return output.reduce(0) { $0 << 8 | Int64($1) }
  }

  private static func append(_ number: Int64, to input: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      input.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }
}

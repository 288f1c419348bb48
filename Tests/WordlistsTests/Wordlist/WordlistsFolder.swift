import CSodium
import Platform

/// The folder `wordlists` of the repository, from which the bundled lists are compiled in.
enum WordlistsFolder {
  /// The bytes of a file of the folder.
  static func read(_ name: String) throws -> [UInt8] {
    // This file is Tests/WordlistsTests/Wordlist/WordlistsFolder.swift, four levels down.
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(4).joined(separator: "/")
    return try Platform.readFile("\(root)/wordlists/\(name)", limit: 1 << 24)
  }

  /// The SHA-256 of some bytes, in lowercase hexadecimal.
  static func sha256(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    _ = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest.map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}

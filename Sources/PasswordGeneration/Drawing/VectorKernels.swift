import CKernels

/// A set of kernels and what it needs to know about an alphabet.
///
/// The kernels do what ``AlphabetTables`` does in portable code, byte for byte, faster; see there
/// for what is computed and why it is uniform.
struct VectorKernels: Sendable {
  /// The number of bytes that the kernels may read or write past the end.
  static let slack = Int(CKERNELS_SLACK)

  private let kernels: KernelSet
  private let alphabetCount: UInt8
  /// The character of each byte, 0 for those that are drawn again; empty unless draws are bytes.
  private let characterOfByte: [UInt8]
  /// The character and the class mask of each index, and the mask of each character.
  private let characterOfIndex: [UInt8]
  private let maskOfCharacter: [UInt8]

  init(_ alphabet: Alphabet, kernels: KernelSet) {
    self.kernels = kernels
    alphabetCount = UInt8(alphabet.count)
    var ofIndex = [UInt8](repeating: 0, count: 128)
    var ofCharacter = [UInt8](repeating: 0, count: 128)
    for (index, (code, mask)) in zip(alphabet.codes, alphabet.masks).enumerated() {
      ofIndex[index] = code
      ofCharacter[Int(code)] = mask
    }
    characterOfIndex = ofIndex
    maskOfCharacter = ofCharacter
    let count = UInt16(alphabet.count)
    characterOfByte =
      !alphabet.isUniform
      ? []
      : (0..<256).map { (byte: UInt16) in
        let product = byte &* count
        return product & 255 >= 256 % count ? alphabet.codes[Int(product >> 8)] : 0
      }
  }

  /// Maps random bytes to characters.
  func map(
    _ random: UnsafeMutablePointer<UInt8>, count: Int,
    characters: UnsafeMutablePointer<UInt8>
  ) -> Int {
    unsafe kernels.functions.map(
      characterOfByte, characterOfIndex, alphabetCount, random, count, characters)
  }

  /// Maps random 16-bit numbers to characters of two weights.
  func mapWeighted(
    _ random: UnsafeMutablePointer<UInt8>, count: Int, total: UInt32,
    ordinary: AlphabetTables.SharedWeight, special: AlphabetTables.SharedWeight,
    characters: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let accepted = unsafe kernels.functions.map_weighted(
      random, count, UInt16(total), UInt16(special.firstShare), UInt8(special.firstIndex),
      ordinary.weight, special.weight, characters)
    unsafe kernels.functions.look_up(characterOfIndex, characters, accepted, characters)
    return accepted
  }

  /// Looks up the class masks of characters.
  func classify(
    _ characters: UnsafePointer<UInt8>, count: Int, into masks: UnsafeMutablePointer<UInt8>
  ) {
    unsafe kernels.functions.look_up(maskOfCharacter, characters, count, masks)
  }

  /// Cuts passwords of one length out of characters; see `cut` of `ckernels`.
  func cut(
    _ characters: UnsafePointer<UInt8>, available: Int, length: Int, requiredMask: UInt8,
    terminator: UInt8, into output: UnsafeMutablePointer<UInt8>, limit: Int
  ) -> (passwords: Int, characters: Int) {
    var consumed = 0
    let made = unsafe kernels.functions.cut(
      maskOfCharacter, requiredMask, characters, available, length, terminator, output, limit,
      &consumed)
    return (made, consumed)
  }
}

import ExactIntegers
import Platform
import Wordlists

/// The properties of a word, or of a separator, that matter for counting readings.
struct WordShape: Hashable {
  var bytes = 0
  /// How many of the bytes have the weight of ordinary characters of the segment, and of special
  /// ones; 0 when the weights are equal.
  var ordinary = 0
  var special = 0
  /// The required classes of its characters.
  var mask: UInt8 = 0
  /// Whether it contains a byte that the segment cannot contain, so that it must be part of a
  /// phrase.
  var isForeign = false
}

/// A uniform segment and a phrase, reduced to what matters for counting readings.
struct InsertionShapes {
  /// The words of one shape.
  struct Words {
    let shape: WordShape
    let texts: TextCount
  }

  /// The characters of the segment with the same classes and weight.
  struct Characters {
    let mask: UInt8
    let count: Int
    let weight: Int
  }

  let words: [Words]
  let wordCount: Int
  let separator: WordShape
  let separatorTexts: TextCount
  let characters: [Characters]
  let lengths: ClosedRange<Int>
  let requiredMask: UInt8
  private let alphabet: Alphabet

  /// - Returns: `nil` unless the phrase stands inside a segment without a pattern, between
  ///   separators that no word contains and the segment can contain.
  init?(_ recipe: CompiledRecipe) {
    guard let phrase = recipe.phrase, phrase.placement == .insert, let separator = phrase.separator,
      !phrase.letters[Int(separator)], let segment = recipe.segment,
      case .uniform(let lengths) = segment.shape, segment.characters.contains(separator)
    else { return nil }
    let alphabet = segment.alphabets[0]
    self.alphabet = alphabet
    self.lengths = lengths
    requiredMask = segment.requiredMask
    wordCount = phrase.wordCount

    var byByte = [WordShape](repeating: WordShape(bytes: 1, isForeign: true), count: 256)
    var characters: [[Int]: Int] = [:]
    for (index, code) in alphabet.codes.enumerated() {
      var shape = WordShape(bytes: 1, mask: alphabet.masks[index] & segment.requiredMask)
      if !alphabet.isUniform {
        shape.ordinary = index < alphabet.ordinaryCount ? 1 : 0
        shape.special = 1 - shape.ordinary
      }
      byByte[Int(code)] = shape
      characters[[Int(shape.mask), alphabet.weight(at: index)], default: 0] += 1
    }
    self.characters = characters.map {
      Characters(mask: UInt8($0.key[0]), count: $0.value, weight: $0.key[1])
    }
    var counts: [WordShape: Int] = [:]
    for index in 0..<phrase.words.count {
      let shape = phrase.words[index].reduce(into: WordShape()) { $0.append(byByte[Int($1)]) }
      counts[shape, default: 0] += 1
    }
    self.separator = byByte[Int(separator)]
    separatorTexts = Self.texts(of: self.separator, count: 1, alphabet)
    words = counts.map { Words(shape: $0, texts: Self.texts(of: $0, count: $1, alphabet)) }
  }

  private static func texts(of shape: WordShape, count: Int, _ alphabet: Alphabet) -> TextCount {
    let weight =
      BigUInt(alphabet.ordinaryWeight).power(shape.ordinary)
      * BigUInt(alphabet.specialWeight).power(shape.special)
    return TextCount(
      count: BigUInt(count), weight: weight * BigUInt(count), maximumBits: weight.log2)
  }

  /// Returns the binary logarithm of the product of the weights of a reading's characters.
  func weightBits(of reading: PhraseReading) -> Double {
    Double(reading.ordinary) * Platform.log2(Double(alphabet.ordinaryWeight))
      + Double(reading.special) * Platform.log2(Double(alphabet.specialWeight))
  }
}

extension WordShape {
  fileprivate mutating func append(_ other: WordShape) {
    bytes += other.bytes
    ordinary += other.ordinary
    special += other.special
    mask |= other.mask
    isForeign = isForeign || other.isForeign
  }
}

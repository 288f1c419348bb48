import Wordlists

/// Decodability by brute force, for words of at most three letters `a` and `b`.
struct DecodabilityOracle {
  /// No text longer than this needs to be tried: 12 letters.
  ///
  /// Put two sequences of words side by side, each time adding a word to the one that is behind.
  /// The part by which one is ahead, at most two letters here, never needs to take the same value
  /// twice. There are six such values, `a` to `bb`, of ten letters in all; each step makes the text
  /// longer by no more than the new part, and the first two words give at most three letters, of
  /// which the first part is at least one.
  static let maximumTextLength = 12

  let words: [String]

  /// Whether some text can be split into words in two ways: whether of some length there are more
  /// sequences of words than texts.
  var isAmbiguous: Bool {
    let codes = words.map { word in
      (length: word.utf8.count, bits: word.utf8.reduce(0) { $0 << 1 | ($1 == 0x62 ? 1 : 0) })
    }
    var sequenceCounts = [1]
    var texts: [[Bool]] = [[true]]
    for length in 1...Self.maximumTextLength {
      var sequenceCount = 0
      var reached = [Bool](repeating: false, count: 1 << length)
      for word in codes where word.length <= length {
        sequenceCount += sequenceCounts[length - word.length]
        for (prefix, isText) in texts[length - word.length].enumerated() where isText {
          reached[prefix << word.length | word.bits] = true
        }
      }
      if sequenceCount > (reached.count { $0 }) { return true }
      sequenceCounts.append(sequenceCount)
      texts.append(reached)
    }
    return false
  }

  /// The strongest of the three that holds.
  var decodability: Wordlist.Decodability {
    isPrefixFree ? .prefixFree : isAmbiguous ? .ambiguous : .uniquelyDecodable
  }

  /// Whether no word is the beginning of another.
  var isPrefixFree: Bool {
    words.allSatisfy { word in words.allSatisfy { $0 == word || !$0.hasPrefix(word) } }
  }

  /// Whether no word is the end of another.
  var isSuffixFree: Bool {
    words.allSatisfy { word in words.allSatisfy { $0 == word || !$0.hasSuffix(word) } }
  }
}

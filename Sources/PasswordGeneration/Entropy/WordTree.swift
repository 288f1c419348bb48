import Wordlists

/// The words of a phrase as a tree of bytes; node 0 is the root.
struct WordTree {
  private(set) var children: [[(byte: UInt8, node: Int32)]] = [[]]
  private(set) var endsWord = [false]

  init(_ phrase: PhrasePlan?) {
    guard let words = phrase?.words else { return }
    for index in 0..<words.count { insert(words[index]) }
  }

  private mutating func insert(_ word: ArraySlice<UInt8>) {
    var node = 0
    for byte in word {
      if let child = children[node].first(where: { $0.byte == byte }) {
        node = Int(child.node)
        continue
      }
      children.append([])
      endsWord.append(false)
      children[node].append((byte, Int32(children.count - 1)))
      node = children.count - 1
    }
    endsWord[node] = true
  }
}

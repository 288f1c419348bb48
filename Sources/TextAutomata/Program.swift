import CharacterSets

/// The items to look for, as the code of a machine that is at many instructions at once.
///
/// It begins at each of the ``starts``, again before every character since a match may be anywhere,
/// and moves from one instruction to the next. Distances are relative, so that a piece of code can
/// be moved and copied.
struct Program {
  enum Instruction {
    /// Reads one of these characters.
    case read(ASCIISet)
    /// Continues where this holds.
    case check(Assertion)
    /// Continues both at the next instruction and at the one at this distance.
    case split(Int)
    /// Continues at the instruction at this distance.
    case jump(Int)
    /// The text matches, whatever follows.
    case match
  }

  /// The maximum number of instructions: 131,072, about 4 MiB.
  static let maximumCount = 1 << 17

  private(set) var code: [Instruction] = []
  private(set) var starts: [Int] = []

  var isTooLong: Bool { code.count > Self.maximumCount }

  /// Starts with given code, to which more may be added.
  mutating func begin(_ code: [Instruction]) {
    starts.append(self.code.count)
    self.code += code
  }

  mutating func append(_ instruction: Instruction) { code.append(instruction) }

  /// Makes the code from `start` on one of several alternatives; the next is what follows.
  ///
  /// - Returns: the jump after the alternative, which ``land(_:)`` must direct.
  mutating func endAlternative(from start: Int) -> Int {
    code.insert(.split(code.count - start + 2), at: start)
    code.append(.jump(0))
    return code.count - 1
  }

  /// Directs jumps to the next instruction.
  mutating func land(_ jumps: [Int]) {
    for jump in jumps { code[jump] = .jump(code.count - jump) }
  }

  /// Lets the machine also continue at the next instruction, besides the target of a jump of
  /// distance 1.
  mutating func branch(from jump: Int) { code[jump] = .split(code.count - jump) }

  /// Repeats the code from `start` on.
  ///
  /// - Parameters:
  ///   - start: where the code begins.
  ///   - least: the minimum number of repetitions.
  ///   - most: the maximum number of repetitions; `nil` for no limit.
  /// - Returns: whether the program stays short enough.
  mutating func repeatCode(from start: Int, least: Int, most: Int?) -> Bool {
    let body = Array(code[start...])
    let copies = max(most ?? least, 1)
    guard start + copies * (body.count + 1) < Self.maximumCount else { return false }
    code.removeSubrange(start...)
    let end = most ?? max(least, 1)
    for copy in 0..<end {
      // Skipping one of the optional copies skips all copies after it.
      if most != nil, copy >= least { code.append(.split((end - copy) * (body.count + 1))) }
      if most == nil, least == 0 { code.append(.split(body.count + 2)) }
      code += body
    }
    if most == nil {
      code.append(least == 0 ? .jump(-body.count - 1) : .split(-body.count))
    }
    return true
  }
}

import ExactIntegers

/// A choice of the length of a segment: each of the recipe's lengths is equally likely, and
/// passwords that do not comply are left out, so a length keeps the share of its passwords that
/// comply.
///
/// A length is drawn uniformly and kept with the probability of its share divided by the largest
/// one, so that no sum of fractions is needed; on average that takes at most as many attempts as
/// there are lengths.
struct LengthChoice: Sendable {
  let lengths: [Int]
  /// The leading digits of the probability of keeping each length.
  let thresholds: [UInt32]
  private let shares: [Share]
  private let largest: Int

  /// The weight of the compliant passwords of a length, and of all its passwords.
  struct Share: Sendable {
    let compliant: BigUInt
    let all: BigUInt

    /// Whether this share is less than another.
    static func < (left: Share, right: Share) -> Bool {
      left.compliant * right.all < right.compliant * left.all
    }
  }

  /// - Parameters:
  ///   - shares: the shares of the lengths, not all of them 0.
  ///   - digits: the number of leading digits to keep, at most 32.
  init(_ shares: [(length: Int, share: Share)], digits: Int) {
    let possible = shares.filter { $0.share.compliant > 0 }
    lengths = possible.map(\.length)
    self.shares = possible.map(\.share)
    var largest = 0
    for index in possible.indices where possible[largest].share < possible[index].share {
      largest = index
    }
    self.largest = largest
    let greatest = possible[largest].share
    thresholds = possible.map { _, share in
      ExactFraction.leadingDigits(
        share.compliant * greatest.all, over: share.all * greatest.compliant, digits: digits)
    }
  }

  /// Returns the probability of keeping a length whose leading digits have been drawn.
  func chance(_ index: Int, digits: Int) -> ExactFraction {
    ExactFraction(
      shares[index].compliant * shares[largest].all,
      over: shares[index].all * shares[largest].compliant, digits: digits)
  }
}

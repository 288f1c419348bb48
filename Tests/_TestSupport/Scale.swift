import Foundation

/// Whether all cases of the longest tests are wanted, as by `make test-long`; without it, these test
/// a part of them.
package let isLong = ProcessInfo.processInfo.environment["PASSWRIGHT_TEST_LONG"] != nil

/// How many of a release build's cases a debug build tests: one in ten, as each takes some ten times
/// as long there.
///
/// It is for what a test does many times: random cases, draws, places to fail at. What depends on
/// the count, such as the number of draws that a cell of a G-test needs, must hold for both.
#if DEBUG
package let divisorOfCases = 10
#else
package let divisorOfCases = 1
#endif

/// The count, or in a debug build a tenth of it, rounded up.
package func scaled(_ count: Int) -> Int {
  (count + divisorOfCases - 1) / divisorOfCases
}

/// The range, or in a debug build the first tenth of it.
package func scaled<Bound: Strideable>(_ range: Range<Bound>) -> Range<Bound>
where Bound.Stride == Int {
  range.lowerBound..<range.lowerBound.advanced(by: scaled(range.count))
}

/// All of the cases in order, or in a debug build every tenth, from the first on.
package func thinned<Cases: Sequence>(_ cases: Cases) -> [Cases.Element] {
  cases.enumerated().filter { $0.offset.isMultiple(of: divisorOfCases) }.map(\.element)
}

import Foundation

/// Whether all cases of the longest tests are wanted, as by `make test-long`; without it, these test
/// a part of them.
public let isLong = ProcessInfo.processInfo.environment["PASSWRIGHT_TEST_LONG"] != nil

/// How many random cases a test has.
public func cases(_ count: Int, long: Int) -> Int { isLong ? long : count }

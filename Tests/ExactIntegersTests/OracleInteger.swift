import struct BigInt.BigUInt

/// The natural numbers that those under test are compared with.
typealias OracleInteger = BigUInt

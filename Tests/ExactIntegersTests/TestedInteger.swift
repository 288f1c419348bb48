import struct ExactIntegers.BigUInt

/// The natural numbers under test; a module's name and a macro do not go together.
typealias TestedInteger = BigUInt

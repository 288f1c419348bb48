/// Runs a body, and throws its error as another type.
///
/// Where one `do` contains several calls that throw different types, the compiler only knows their
/// errors as `any Error`; with this each call specifies what its error becomes.
///
/// - Parameters:
///   - convert: makes the error to throw.
///   - body: the code that may throw.
/// - Returns: what the body returns.
/// - Throws: what `convert` makes of the body's error.
@inlinable
package func rethrowing<Value: ~Copyable, Failure: Error, Other: Error>(
  as convert: (Failure) -> Other, _ body: () throws(Failure) -> Value
) throws(Other) -> Value {
  do {
    return try body()
  } catch {
    throw convert(error)
  }
}

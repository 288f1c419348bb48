/// Runs a body, and throws its error as another type.
///
/// Where several calls that throw different types stand in one `do`, the compiler knows no more of
/// their errors than `any Error`; with this each call says what its error becomes.
///
/// - Parameters:
///   - convert: makes the error to throw.
///   - body: what may throw.
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

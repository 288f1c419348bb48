/// Runs a body that awaits, and throws its error as another type; see the function of the same name.
///
/// - Parameters:
///   - convert: makes the error to throw.
///   - body: the code that may throw.
/// - Returns: what the body returns.
/// - Throws: what `convert` makes of the body's error.
package func rethrowing<Value: ~Copyable, Failure: Error, Other: Error>(
  as convert: (Failure) -> Other, _ body: () async throws(Failure) -> Value
) async throws(Other) -> Value {
  do {
    return try await body()
  } catch {
    throw convert(error)
  }
}

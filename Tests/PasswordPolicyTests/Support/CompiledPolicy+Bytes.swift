import PasswordPolicy

/// `#expect` takes no span.
extension CompiledPolicy {
  func isCompliant(bytes: [UInt8], context: PolicyContext? = nil) -> Bool {
    isCompliant(bytes.span, context: context)
  }

  func violations(ofBytes bytes: [UInt8], context: PolicyContext? = nil) -> [Violation] {
    violations(of: bytes.span, context: context)
  }
}

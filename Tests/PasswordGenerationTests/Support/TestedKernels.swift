import CEmulatedKernels
import Testing

@testable import PasswordGeneration

/// Kernels under test, with a name that says how they run.
struct TestedKernels: CustomTestStringConvertible, Sendable {
  let name: String
  let kernels: KernelSet

  var testDescription: String { name }

  /// Those for AVX-512 with emulated instructions, which run anywhere, and those that this
  /// processor runs itself.
  static let all: [TestedKernels] = {
    let emulated = unsafe KernelSet(ckernels_emulated_avx512().pointee)
    return [TestedKernels(name: "\(emulated.name), emulated", kernels: emulated)]
      + KernelSet.supported.map { TestedKernels(name: "\($0.name), native", kernels: $0) }
  }()
}

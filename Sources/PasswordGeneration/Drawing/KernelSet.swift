package import CKernels

/// The kernels of `CKernels` for one set of instructions.
///
/// Only x86-64 has any: AVX-512 with VBMI, and AVX2. Other processors, ARM among them, run the
/// portable code, which gives the same passwords from the same bytes: kernels that nobody here can
/// run and time would be unproven speed.
@safe
package struct KernelSet: @unchecked Sendable {
  // The functions keep no state.
  let functions: ckernels

  package init(_ functions: ckernels) {
    unsafe self.functions = functions
  }

  /// Those that this processor can run, the fastest first.
  package static let supported = unsafe [ckernels_avx512(), ckernels_avx2()].compactMap {
    kernels -> KernelSet? in
    guard let kernels = unsafe kernels else { return nil }
    return unsafe KernelSet(kernels.pointee)
  }

  /// The fastest that this processor can run, if there are any.
  package static let best = supported.first

  /// The instructions, such as `AVX2`.
  package var name: String { unsafe String(cString: functions.name) }
}

package import CKernels

/// The kernels of `CKernels` for one instruction set.
///
/// Only x86-64 has any: AVX-512 with VBMI, and AVX2. Other processors, including ARM, run the
/// portable code, which makes the same passwords from the same bytes: kernels that cannot be run
/// and timed here would be unproven speed.
@safe
package struct KernelSet: @unchecked Sendable {
  // The functions keep no state.
  let functions: ckernels

  package init(_ functions: ckernels) {
    unsafe self.functions = functions
  }

  /// The sets that this processor can run, fastest first.
  package static let supported = unsafe [ckernels_avx512(), ckernels_avx2()].compactMap {
    kernels -> KernelSet? in
    guard let kernels = unsafe kernels else { return nil }
    return unsafe KernelSet(kernels.pointee)
  }

  /// The fastest set that this processor can run, if there is one.
  package static let best = supported.first

  /// The name of the instruction set, such as `AVX2`.
  package var name: String { unsafe String(cString: functions.name) }
}

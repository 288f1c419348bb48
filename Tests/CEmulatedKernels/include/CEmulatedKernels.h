#ifndef CEMULATEDKERNELS_H
#define CEMULATEDKERNELS_H

#include "CKernels.h"

/// The kernels for AVX-512 with its instructions written out in plain C: slow, and the same on any
/// processor.
const struct ckernels *_Nonnull ckernels_emulated_avx512(void);

#endif

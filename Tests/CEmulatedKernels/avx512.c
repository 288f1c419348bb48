#include "CEmulatedKernels.h"

#include "intrinsics.h"

#define AVX512
#define CKERNELS_EMULATED
#include "../../Sources/CKernels/avx512.c"

const struct ckernels *ckernels_emulated_avx512(void) { return &kernels; }

#include "CUnicodeData.h"

#include "compositions.inc"

const cunicode_decomposition *cunicode_decompositions(size_t *count) {
  *count = sizeof decompositions / sizeof *decompositions;
  return decompositions;
}

const cunicode_composition *cunicode_compositions(size_t *count) {
  *count = sizeof compositions / sizeof *compositions;
  return compositions;
}

#ifndef CUNICODEDATA_H
#define CUNICODEDATA_H

#include <stddef.h>
#include <stdint.h>

/* What a scalar decomposes to, in full: up to four scalars, the rest 0. */
typedef struct {
  uint32_t scalar;
  uint32_t parts[4];
} cunicode_decomposition;

/* What two scalars compose to. */
typedef struct {
  uint32_t first;
  uint32_t second;
  uint32_t composed;
} cunicode_composition;

/* The canonical decompositions, ordered by scalar. */
const cunicode_decomposition *cunicode_decompositions(size_t *count);

/* The canonical compositions, ordered by the first and then the second scalar. */
const cunicode_composition *cunicode_compositions(size_t *count);

#endif

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Kernels that map random bytes to characters and cut passwords out of them with look-ups inside
/// vector registers: no branch and no memory address depends on a draw that is kept.
///
/// They give byte for byte what the portable code of PasswordGeneration gives. Where the processor
/// has no such instructions, `ckernels_available` is false and the others must not be called.

/// Bytes that the kernels may read past the end of their input and write past that of their output.
#define CKERNELS_SLACK 64

/// Whether this processor has the instructions: AVX-512 with VBMI and VBMI2.
_Bool ckernels_available(void);

/// Maps each of `count` random bytes through a table of 256 characters, drops those that map to
/// zero, and keeps the order.
///
/// Returns the number of characters.
size_t ckernels_map(const uint8_t *table, const uint8_t *random, size_t count, uint8_t *characters);

/// Turns `count` random 16-bit numbers into indices of characters that have one of two weights, drops
/// those that are rejected, and keeps the order.
///
/// The high half of number × `total` is a share; shares from `first_special` on are the specials'.
/// A share becomes the quotient by the weight of its group, a weight below 2^14. There are fewer than
/// 2^14 shares.
///
/// Returns the number of indices.
size_t ckernels_map_weighted(
    const uint8_t *random, size_t count, uint16_t total, uint16_t first_special,
    uint8_t ordinary_count, uint16_t ordinary_weight, uint16_t special_weight, uint8_t *indices);

/// Looks up each of `count` bytes below 128 in a table of 128 values.
void ckernels_look_up(const uint8_t *table, const uint8_t *bytes, size_t count, uint8_t *values);

/// Cuts passwords of `length` characters, one after the other, and keeps those that hold every
/// class of `required`, each followed by the `terminator`.
///
/// `available` is the number of characters, `limit` the greatest number of passwords to keep, which
/// is also what there is room for. Stores the number of characters cut at `consumed`.
///
/// Returns the number of passwords.
size_t ckernels_cut(
    const uint8_t *classes, uint8_t required, const uint8_t *characters, size_t available,
    size_t length, uint8_t terminator, uint8_t *output, size_t limit, size_t *consumed);

#endif

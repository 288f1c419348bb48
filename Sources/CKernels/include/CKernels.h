#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// Bytes that kernels may read past the end of their input and write past that of their output.
#define CKERNELS_SLACK 64

/// Kernels that map random bytes to characters and cut passwords out of them with look-ups inside
/// vector registers: no branch and no memory address depends on a draw that is kept. Which draws
/// are dropped may show.
///
/// They give byte for byte what the portable code of PasswordGeneration gives.
struct ckernels {
  /// The instructions used.
  const char *_Nonnull name;

  /// Maps each of `count` random bytes to one of `alphabet_count` characters, drops those that are
  /// drawn again, and keeps the order.
  ///
  /// There are two tables of the same mapping, and each kernel uses the one that suits it: the
  /// character of each of 256 bytes, 0 for those drawn again, and that of each of 128 indices, which
  /// are the high bytes of byte × `alphabet_count`. There are 2 to 95 characters.
  ///
  /// Returns the number of characters.
  size_t (*_Nonnull map)(
      const uint8_t *_Nonnull character_of_byte, const uint8_t *_Nonnull character_of_index,
      uint8_t alphabet_count, const uint8_t *_Nonnull random, size_t count,
      uint8_t *_Nonnull characters);

  /// Turns `count` random 16-bit numbers into indices of characters that have one of two weights,
  /// drops those that are rejected, and keeps the order.
  ///
  /// The high half of number × `total` is a share; shares from `first_special` on are the specials'.
  /// A share becomes the quotient by the weight of its group, a weight below 2^14. There are fewer
  /// than 2^14 shares.
  ///
  /// Returns the number of indices.
  size_t (*_Nonnull map_weighted)(
      const uint8_t *_Nonnull random, size_t count, uint16_t total, uint16_t first_special,
      uint8_t ordinary_count, uint16_t ordinary_weight, uint16_t special_weight,
      uint8_t *_Nonnull indices);

  /// Looks up each of `count` bytes below 128 in a table of 128 values.
  void (*_Nonnull look_up)(
      const uint8_t *_Nonnull table, const uint8_t *_Nonnull bytes, size_t count,
      uint8_t *_Nonnull values);

  /// Cuts passwords of `length` characters, one after the other, and keeps those that hold every
  /// class of `required`, each followed by the `terminator`.
  ///
  /// `classes` holds the classes of each of 128 characters, of which those drawn are printable.
  /// `available` is the number of characters, `limit` the greatest number of passwords to keep,
  /// which is also what there is room for. Stores the number of characters cut at `consumed`.
  ///
  /// Returns the number of passwords.
  size_t (*_Nonnull cut)(
      const uint8_t *_Nonnull classes, uint8_t required, const uint8_t *_Nonnull characters,
      size_t available, size_t length, uint8_t terminator, uint8_t *_Nonnull output, size_t limit,
      size_t *_Nonnull consumed);
};

/// The kernels for AVX-512 with VBMI and VBMI2, or none where the processor lacks them.
const struct ckernels *_Nullable ckernels_avx512(void);

/// The kernels for AVX2, or none where the processor lacks it.
const struct ckernels *_Nullable ckernels_avx2(void);

#endif

#include "CKernels.h"

#ifdef __x86_64__

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,popcnt")))
#define AVX2_INLINE AVX2 static inline __attribute__((always_inline))

/// A table of 16 · `count` bytes, of which each half of a vector holds 16.
struct table {
  __m256i parts[8];
};

AVX2_INLINE struct table load_table(const uint8_t *bytes, int count) {
  struct table table;
  for (int i = 0; i < count; i++)
    table.parts[i] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)));
  return table;
}

/// Looks up 32 indices below 16 · `count`, where `count`, 1 to 8, is known when this is compiled.
///
/// A shuffle takes the low four bits of an index; the next three choose between the parts.
AVX2_INLINE __m256i in_table(const struct table *table, int count, __m256i index) {
  __m256i found[8];
  for (int i = 0; i < count; i++) found[i] = _mm256_shuffle_epi8(table->parts[i], index);
  for (int shift = 3; count > 1; shift--) {
    // Bit 4, 5 or 6 becomes the highest of its byte, which is the one that blending looks at.
    const __m256i bit = _mm256_slli_epi16(index, shift);
    for (int i = 0; i < count / 2; i++)
      found[i] = _mm256_blendv_epi8(found[2 * i], found[2 * i + 1], bit);
    if (count % 2 == 1) found[count / 2] = found[count - 1];
    count = (count + 1) / 2;
  }
  return found[0];
}

// The positions of the bits of m, lowest first, a byte each: a shuffle that moves them together.
#define PUT(m, bit, rest) ((rest) << 8 * ((m) >> (bit) & 1) | (uint64_t)(bit) * ((m) >> (bit) & 1))
#define PUT4(m, bit, rest) PUT(m, bit, PUT(m, bit + 1, PUT(m, bit + 2, PUT(m, bit + 3, rest))))
#define ONE(m) PUT4(m, 0, PUT4(m, 4, 0ull))
#define FOUR(m) ONE(m), ONE(m + 1), ONE(m + 2), ONE(m + 3)
#define SIXTEEN(m) FOUR(m), FOUR(m + 4), FOUR(m + 8), FOUR(m + 12)
#define ALL(m) SIXTEEN(m), SIXTEEN(m + 16), SIXTEEN(m + 32), SIXTEEN(m + 48)
static const uint64_t compressing[256] = {ALL(0), ALL(64), ALL(128), ALL(192)};

/// Writes those of the low eight bytes that are kept; returns the place after them.
AVX2_INLINE uint8_t *compress_eight(__m128i bytes, unsigned kept, uint8_t *output) {
  const __m128i shuffle = _mm_loadl_epi64((const __m128i *)(compressing + kept));
  _mm_storel_epi64((__m128i *)output, _mm_shuffle_epi8(bytes, shuffle));
  return output + __builtin_popcount(kept);
}

AVX2_INLINE uint8_t *compress(__m256i bytes, uint32_t kept, uint8_t *output) {
  const __m128i low = _mm256_castsi256_si128(bytes);
  const __m128i high = _mm256_extracti128_si256(bytes, 1);
  output = compress_eight(low, kept & 255, output);
  output = compress_eight(_mm_srli_si128(low, 8), kept >> 8 & 255, output);
  output = compress_eight(high, kept >> 16 & 255, output);
  return compress_eight(_mm_srli_si128(high, 8), kept >> 24, output);
}

/// One bit for each of `left` bytes, of at most 32.
static inline uint32_t first_bits(size_t left) { return left >= 32 ? ~0u : (1u << left) - 1; }

AVX2_INLINE size_t map_parts(
    int parts, const uint8_t *character_of_index, uint8_t alphabet_count, const uint8_t *random,
    size_t count, uint8_t *characters) {
  const struct table table = load_table(character_of_index, parts);
  const __m256i zero = _mm256_setzero_si256();
  const __m256i factor = _mm256_set1_epi16(alphabet_count);
  const __m256i threshold = _mm256_set1_epi8((char)(256 % alphabet_count));
  const __m256i low_byte = _mm256_set1_epi16(255);
  uint8_t *output = characters;
  for (size_t i = 0; i < count; i += 32) {
    const __m256i draw = _mm256_loadu_si256((const __m256i *)(random + i));
    // Unpacking and packing both work on halves of 16 bytes, so the order comes out right.
    const __m256i first = _mm256_mullo_epi16(_mm256_unpacklo_epi8(draw, zero), factor);
    const __m256i second = _mm256_mullo_epi16(_mm256_unpackhi_epi8(draw, zero), factor);
    const __m256i index =
        _mm256_packus_epi16(_mm256_srli_epi16(first, 8), _mm256_srli_epi16(second, 8));
    const __m256i low = _mm256_packus_epi16(
        _mm256_and_si256(first, low_byte), _mm256_and_si256(second, low_byte));
    const __m256i is_kept = _mm256_cmpeq_epi8(_mm256_max_epu8(low, threshold), low);
    const uint32_t kept = (uint32_t)_mm256_movemask_epi8(is_kept) & first_bits(count - i);
    output = compress(in_table(&table, parts, index), kept, output);
  }
  return (size_t)(output - characters);
}

AVX2 static size_t avx2_map(
    const uint8_t *character_of_byte, const uint8_t *character_of_index, uint8_t alphabet_count,
    const uint8_t *random, size_t count, uint8_t *characters) {
  (void)character_of_byte;
#define MAP(parts) \
  map_parts(parts, character_of_index, alphabet_count, random, count, characters)
  switch ((alphabet_count + 15) / 16) {
  case 1: return MAP(1);
  case 2: return MAP(2);
  case 3: return MAP(3);
  case 4: return MAP(4);
  case 5: return MAP(5);
  default: return MAP(6);
  }
}

/// As in avx512.c, which says why the quotient is exact.
struct divisor {
  __m256i multiplier;
  __m128i shift;
};

AVX2_INLINE struct divisor make_divisor(unsigned weight) {
  unsigned s = 0;
  while (1u << s < weight) s++;
  const unsigned multiplier = ((1u << (14 + s)) + weight - 1) / weight;
  return (struct divisor){_mm256_set1_epi16((short)multiplier), _mm_cvtsi32_si128((int)s)};
}

AVX2_INLINE __m256i divide(__m256i numbers, struct divisor by) {
  const __m256i product = _mm256_mulhi_epu16(_mm256_slli_epi16(numbers, 2), by.multiplier);
  return _mm256_srl_epi16(product, by.shift);
}

AVX2 static size_t avx2_map_weighted(
    const uint8_t *random, size_t count, uint16_t total, uint16_t first_special,
    uint8_t ordinary_count, uint16_t ordinary_weight, uint16_t special_weight, uint8_t *indices) {
  const __m256i factor = _mm256_set1_epi16((short)total);
  const __m256i threshold = _mm256_set1_epi16((short)(65536 % total));
  const __m256i first = _mm256_set1_epi16((short)first_special);
  const __m256i offset = _mm256_set1_epi16(ordinary_count);
  const struct divisor by_ordinary = make_divisor(ordinary_weight);
  const struct divisor by_special = make_divisor(special_weight);
  uint8_t *output = indices;
  for (size_t i = 0; i < count; i += 16) {
    const __m256i draw = _mm256_loadu_si256((const __m256i *)(random + 2 * i));
    const __m256i share = _mm256_mulhi_epu16(draw, factor);
    const __m256i low = _mm256_mullo_epi16(draw, factor);
    const __m256i is_kept = _mm256_cmpeq_epi16(_mm256_max_epu16(low, threshold), low);
    const __m256i is_special = _mm256_cmpeq_epi16(_mm256_max_epu16(share, first), share);
    const __m256i of_ordinary = divide(share, by_ordinary);
    const __m256i of_special =
        _mm256_add_epi16(offset, divide(_mm256_sub_epi16(share, first), by_special));
    const __m256i wide = _mm256_blendv_epi8(of_ordinary, of_special, is_special);
    // Sixteen indices in the low eight bytes of each half, and a bit of each.
    const __m256i index = _mm256_packus_epi16(wide, wide);
    const unsigned bits = (unsigned)_mm256_movemask_epi8(_mm256_packs_epi16(is_kept, is_kept));
    const unsigned kept = ((bits & 255) | (bits >> 8 & 0xFF00)) & first_bits(count - i);
    output = compress_eight(_mm256_castsi256_si128(index), kept & 255, output);
    output = compress_eight(_mm256_extracti128_si256(index, 1), kept >> 8 & 255, output);
  }
  return (size_t)(output - indices);
}

AVX2 static void avx2_look_up(
    const uint8_t *table, const uint8_t *bytes, size_t count, uint8_t *values) {
  const struct table parts = load_table(table, 8);
  for (size_t i = 0; i < count; i += 32) {
    const __m256i index = _mm256_loadu_si256((const __m256i *)(bytes + i));
    _mm256_storeu_si256((__m256i *)(values + i), in_table(&parts, 8, index));
  }
}

/// The bitwise or of the 32 bytes.
AVX2_INLINE uint8_t or_of_bytes(__m256i bytes) {
  const __m128i half =
      _mm_or_si128(_mm256_castsi256_si128(bytes), _mm256_extracti128_si256(bytes, 1));
  uint64_t word = (uint64_t)_mm_cvtsi128_si64(_mm_or_si128(half, _mm_unpackhi_epi64(half, half)));
  word |= word >> 32;
  word |= word >> 16;
  word |= word >> 8;
  return (uint8_t)word;
}

/// The first 32 − n bytes from n on are ones.
static const uint8_t ones_then_zeroes[64] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

AVX2 static size_t avx2_cut(
    const uint8_t *classes, uint8_t required, const uint8_t *characters, size_t available,
    size_t length, uint8_t terminator, uint8_t *output, size_t limit, size_t *consumed) {
  // Printable characters are 0x20 to 0x7E: six parts.
  const struct table table = load_table(classes + 0x20, 6);
  const __m256i first = _mm256_set1_epi8(0x20);
  const size_t last_start = (length - 1) / 32 * 32;
  const __m256i last = _mm256_loadu_si256(
      (const __m256i *)(ones_then_zeroes + 32 - (length - last_start)));
  size_t position = 0;
  size_t made = 0;
  while (available - position >= length && made < limit) {
    const uint8_t *password = characters + position;
    __m256i found = _mm256_setzero_si256();
    for (size_t i = 0; i < last_start; i += 32) {
      const __m256i text = _mm256_loadu_si256((const __m256i *)(password + i));
      found = _mm256_or_si256(found, in_table(&table, 6, _mm256_sub_epi8(text, first)));
      _mm256_storeu_si256((__m256i *)(output + i), text);
    }
    const __m256i text = _mm256_loadu_si256((const __m256i *)(password + last_start));
    const __m256i of_last = in_table(&table, 6, _mm256_sub_epi8(text, first));
    found = _mm256_or_si256(found, _mm256_and_si256(last, of_last));
    _mm256_storeu_si256((__m256i *)(output + last_start), text);
    output[length] = terminator;
    // A password that fails is written over by the next one.
    const _Bool complies = (or_of_bytes(found) & required) == required;
    made += complies;
    output += complies ? length + 1 : 0;
    position += length;
  }
  *consumed = position;
  return made;
}

static const struct ckernels kernels = {
    "AVX2", avx2_map, avx2_map_weighted, avx2_look_up, avx2_cut};
#endif

const struct ckernels *ckernels_avx2(void) {
#ifdef __x86_64__
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) return &kernels;
#endif
  return NULL;
}

#include "CKernels.h"

// The tests compile this file a second time with intrinsics written in plain C, so that its logic is
// tested on processors that lack the instructions.
#if defined(__x86_64__) || defined(CKERNELS_EMULATED)

#ifndef CKERNELS_EMULATED
#include <immintrin.h>
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,popcnt")))
#endif

AVX512 static size_t avx512_map(
    const uint8_t *character_of_byte, const uint8_t *character_of_index, uint8_t alphabet_count,
    const uint8_t *random, size_t count, uint8_t *characters) {
  (void)character_of_index, (void)alphabet_count;
  const __m512i t0 = _mm512_loadu_si512(character_of_byte);
  const __m512i t1 = _mm512_loadu_si512(character_of_byte + 64);
  const __m512i t2 = _mm512_loadu_si512(character_of_byte + 128);
  const __m512i t3 = _mm512_loadu_si512(character_of_byte + 192);
  uint8_t *output = characters;
  for (size_t i = 0; i < count; i += 64) {
    const __mmask64 present = count - i >= 64 ? ~0ull : (1ull << (count - i)) - 1;
    const __m512i draw = _mm512_maskz_loadu_epi8(present, random + i);
    // A look-up takes the low 7 bits of the draw; the high bit chooses between the two halves.
    const __m512i low = _mm512_permutex2var_epi8(t0, draw, t1);
    const __m512i high = _mm512_permutex2var_epi8(t2, draw, t3);
    const __m512i mapped = _mm512_mask_blend_epi8(_mm512_movepi8_mask(draw), low, high);
    const __mmask64 kept = _mm512_test_epi8_mask(mapped, mapped) & present;
    _mm512_storeu_si512(output, _mm512_maskz_compress_epi8(kept, mapped));
    output += __builtin_popcountll(kept);
  }
  return (size_t)(output - characters);
}

/// Quotients of 16-bit numbers below 2^14 by a weight below 2^14.
///
/// With 2^(s-1) < w <= 2^s and M = ceil(2^(14+s) / w), which is at most 2^15, x * M >> (14 + s) is
/// x / w: the excess x * (M - 2^(14+s) / w) is below 2^14 * w / w, which is less than 2^(14+s) / w.
struct divisor {
  __m512i multiplier;
  __m128i shift;
};

AVX512 static inline struct divisor make_divisor(unsigned weight) {
  unsigned s = 0;
  while (1u << s < weight) s++;
  const unsigned multiplier = ((1u << (14 + s)) + weight - 1) / weight;
  return (struct divisor){
      _mm512_set1_epi16((short)multiplier), _mm_cvtsi32_si128((int)s)};
}

AVX512 static inline __m512i divide(__m512i numbers, struct divisor by) {
  // The high half of 4x * M is x * M >> 14.
  const __m512i product = _mm512_mulhi_epu16(_mm512_slli_epi16(numbers, 2), by.multiplier);
  return _mm512_srl_epi16(product, by.shift);
}

AVX512 static size_t avx512_map_weighted(
    const uint8_t *random, size_t count, uint16_t total, uint16_t first_special,
    uint8_t ordinary_count, uint16_t ordinary_weight, uint16_t special_weight, uint8_t *indices) {
  const __m512i factor = _mm512_set1_epi16((short)total);
  const __m512i threshold = _mm512_set1_epi16((short)(65536 % total));
  const __m512i first = _mm512_set1_epi16((short)first_special);
  const __m512i offset = _mm512_set1_epi16(ordinary_count);
  const struct divisor by_ordinary = make_divisor(ordinary_weight);
  const struct divisor by_special = make_divisor(special_weight);
  uint8_t *output = indices;
  for (size_t i = 0; i < count; i += 32) {
    const __mmask32 present = count - i >= 32 ? ~0u : (1u << (count - i)) - 1;
    const __m512i draw = _mm512_maskz_loadu_epi16(present, random + 2 * i);
    const __m512i share = _mm512_mulhi_epu16(draw, factor);
    const __m512i low = _mm512_mullo_epi16(draw, factor);
    const __mmask32 kept = _mm512_cmpge_epu16_mask(low, threshold) & present;
    const __m512i of_ordinary = divide(share, by_ordinary);
    const __m512i of_special =
        _mm512_add_epi16(offset, divide(_mm512_sub_epi16(share, first), by_special));
    const __mmask32 special = _mm512_cmpge_epu16_mask(share, first);
    const __m256i index =
        _mm512_cvtepi16_epi8(_mm512_mask_blend_epi16(special, of_ordinary, of_special));
    _mm256_storeu_si256((__m256i *)output, _mm256_maskz_compress_epi8(kept, index));
    output += __builtin_popcount(kept);
  }
  return (size_t)(output - indices);
}

AVX512 static void avx512_look_up(
    const uint8_t *table, const uint8_t *bytes, size_t count, uint8_t *values) {
  const __m512i t0 = _mm512_loadu_si512(table);
  const __m512i t1 = _mm512_loadu_si512(table + 64);
  for (size_t i = 0; i < count; i += 64) {
    const __m512i index = _mm512_loadu_si512(bytes + i);
    _mm512_storeu_si512(values + i, _mm512_permutex2var_epi8(t0, index, t1));
  }
}

/// The bitwise or of the 64 bytes.
AVX512 static inline uint8_t or_of_bytes(__m512i bytes) {
  const __m256i half =
      _mm256_or_si256(_mm512_castsi512_si256(bytes), _mm512_extracti64x4_epi64(bytes, 1));
  const __m128i quarter =
      _mm_or_si128(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
  uint64_t word = (uint64_t)_mm_cvtsi128_si64(quarter) | (uint64_t)_mm_extract_epi64(quarter, 1);
  word |= word >> 32;
  word |= word >> 16;
  word |= word >> 8;
  return (uint8_t)word;
}

AVX512 static size_t avx512_cut(
    const uint8_t *classes, uint8_t required, const uint8_t *characters, size_t available,
    size_t length, uint8_t terminator, uint8_t *output, size_t limit, size_t *consumed) {
  const __m512i c0 = _mm512_loadu_si512(classes);
  const __m512i c1 = _mm512_loadu_si512(classes + 64);
  const __mmask64 last = length % 64 == 0 ? ~0ull : (1ull << (length % 64)) - 1;
  const size_t last_start = (length - 1) / 64 * 64;
  size_t position = 0;
  size_t made = 0;
  while (available - position >= length && made < limit) {
    const uint8_t *password = characters + position;
    __m512i found = _mm512_setzero_si512();
    for (size_t i = 0; i < last_start; i += 64) {
      const __m512i text = _mm512_loadu_si512(password + i);
      found = _mm512_or_si512(found, _mm512_permutex2var_epi8(c0, text, c1));
      _mm512_storeu_si512(output + i, text);
    }
    const __m512i text = _mm512_loadu_si512(password + last_start);
    found = _mm512_or_si512(found, _mm512_maskz_permutex2var_epi8(last, c0, text, c1));
    _mm512_storeu_si512(output + last_start, text);
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
    "AVX-512", avx512_map, avx512_map_weighted, avx512_look_up, avx512_cut};
#endif

#ifndef CKERNELS_EMULATED
const struct ckernels *ckernels_avx512(void) {
#ifdef __x86_64__
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2"))
    return &kernels;
#endif
  return NULL;
}
#endif

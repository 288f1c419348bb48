// The intrinsics that avx512.c uses, written out lane by lane from their definitions in the Intel
// Intrinsics Guide. A vector is an array of bytes, and the lowest lane comes first.

#include <stdint.h>
#include <string.h>

typedef struct { uint8_t b[64]; } __m512i;
typedef struct { uint8_t b[32]; } __m256i;
typedef struct { uint8_t b[16]; } __m128i;
typedef uint64_t __mmask64;
typedef uint32_t __mmask32;

#define INTRINSIC static inline
#define EACH_BYTE(count) for (int i = 0; i < (count); i++)
#define EACH_WORD for (int i = 0; i < 32; i++)

static inline uint16_t word(const uint8_t *bytes, int i) {
  uint16_t value;
  memcpy(&value, bytes + 2 * i, 2);
  return value;
}

static inline void set_word(uint8_t *bytes, int i, unsigned value) {
  const uint16_t low = (uint16_t)value;
  memcpy(bytes + 2 * i, &low, 2);
}

// Loads and stores.

INTRINSIC __m512i _mm512_loadu_si512(const void *from) {
  __m512i r;
  memcpy(r.b, from, 64);
  return r;
}

INTRINSIC void _mm512_storeu_si512(void *to, __m512i a) { memcpy(to, a.b, 64); }

INTRINSIC void _mm256_storeu_si256(__m256i *to, __m256i a) { memcpy(to, a.b, 32); }

INTRINSIC __m512i _mm512_maskz_loadu_epi8(__mmask64 mask, const void *from) {
  __m512i r;
  EACH_BYTE(64) r.b[i] = mask >> i & 1 ? ((const uint8_t *)from)[i] : 0;
  return r;
}

INTRINSIC __m512i _mm512_maskz_loadu_epi16(__mmask32 mask, const void *from) {
  __m512i r;
  EACH_WORD set_word(r.b, i, mask >> i & 1 ? word(from, i) : 0);
  return r;
}

INTRINSIC __m512i _mm512_setzero_si512(void) {
  __m512i r;
  memset(r.b, 0, 64);
  return r;
}

INTRINSIC __m512i _mm512_set1_epi16(short value) {
  __m512i r;
  EACH_WORD set_word(r.b, i, (uint16_t)value);
  return r;
}

INTRINSIC __m128i _mm_cvtsi32_si128(int value) {
  __m128i r;
  memset(r.b, 0, 16);
  memcpy(r.b, &value, 4);
  return r;
}

// Look-ups, blends and masks.

INTRINSIC __m512i _mm512_permutex2var_epi8(__m512i a, __m512i index, __m512i b) {
  __m512i r;
  EACH_BYTE(64) r.b[i] = index.b[i] & 64 ? b.b[index.b[i] & 63] : a.b[index.b[i] & 63];
  return r;
}

INTRINSIC __m512i _mm512_maskz_permutex2var_epi8(
    __mmask64 mask, __m512i a, __m512i index, __m512i b) {
  __m512i r = _mm512_permutex2var_epi8(a, index, b);
  EACH_BYTE(64) r.b[i] = mask >> i & 1 ? r.b[i] : 0;
  return r;
}

INTRINSIC __m512i _mm512_mask_blend_epi8(__mmask64 mask, __m512i a, __m512i b) {
  __m512i r;
  EACH_BYTE(64) r.b[i] = mask >> i & 1 ? b.b[i] : a.b[i];
  return r;
}

INTRINSIC __m512i _mm512_mask_blend_epi16(__mmask32 mask, __m512i a, __m512i b) {
  __m512i r;
  EACH_WORD set_word(r.b, i, mask >> i & 1 ? word(b.b, i) : word(a.b, i));
  return r;
}

INTRINSIC __mmask64 _mm512_movepi8_mask(__m512i a) {
  __mmask64 r = 0;
  EACH_BYTE(64) r |= (uint64_t)(a.b[i] >> 7) << i;
  return r;
}

INTRINSIC __mmask64 _mm512_test_epi8_mask(__m512i a, __m512i b) {
  __mmask64 r = 0;
  EACH_BYTE(64) r |= (uint64_t)((a.b[i] & b.b[i]) != 0) << i;
  return r;
}

INTRINSIC __mmask32 _mm512_cmpge_epu16_mask(__m512i a, __m512i b) {
  __mmask32 r = 0;
  EACH_WORD r |= (uint32_t)(word(a.b, i) >= word(b.b, i)) << i;
  return r;
}

INTRINSIC __m512i _mm512_maskz_compress_epi8(__mmask64 mask, __m512i a) {
  __m512i r = _mm512_setzero_si512();
  int count = 0;
  EACH_BYTE(64) if (mask >> i & 1) r.b[count++] = a.b[i];
  return r;
}

INTRINSIC __m256i _mm256_maskz_compress_epi8(__mmask32 mask, __m256i a) {
  __m256i r;
  memset(r.b, 0, 32);
  int count = 0;
  EACH_BYTE(32) if (mask >> i & 1) r.b[count++] = a.b[i];
  return r;
}

// Arithmetic.

INTRINSIC __m512i _mm512_mulhi_epu16(__m512i a, __m512i b) {
  __m512i r;
  EACH_WORD set_word(r.b, i, (uint32_t)word(a.b, i) * word(b.b, i) >> 16);
  return r;
}

INTRINSIC __m512i _mm512_mullo_epi16(__m512i a, __m512i b) {
  __m512i r;
  EACH_WORD set_word(r.b, i, (uint32_t)word(a.b, i) * word(b.b, i));
  return r;
}

INTRINSIC __m512i _mm512_slli_epi16(__m512i a, int count) {
  __m512i r;
  EACH_WORD set_word(r.b, i, (unsigned)word(a.b, i) << count);
  return r;
}

INTRINSIC __m512i _mm512_srl_epi16(__m512i a, __m128i count) {
  uint64_t bits;
  memcpy(&bits, count.b, 8);
  __m512i r;
  EACH_WORD set_word(r.b, i, bits > 15 ? 0 : word(a.b, i) >> bits);
  return r;
}

INTRINSIC __m512i _mm512_add_epi16(__m512i a, __m512i b) {
  __m512i r;
  EACH_WORD set_word(r.b, i, (unsigned)word(a.b, i) + word(b.b, i));
  return r;
}

INTRINSIC __m512i _mm512_sub_epi16(__m512i a, __m512i b) {
  __m512i r;
  EACH_WORD set_word(r.b, i, (unsigned)word(a.b, i) - word(b.b, i));
  return r;
}

INTRINSIC __m512i _mm512_or_si512(__m512i a, __m512i b) {
  EACH_BYTE(64) a.b[i] |= b.b[i];
  return a;
}

INTRINSIC __m256i _mm256_or_si256(__m256i a, __m256i b) {
  EACH_BYTE(32) a.b[i] |= b.b[i];
  return a;
}

INTRINSIC __m128i _mm_or_si128(__m128i a, __m128i b) {
  EACH_BYTE(16) a.b[i] |= b.b[i];
  return a;
}

// Parts of vectors.

INTRINSIC __m256i _mm512_cvtepi16_epi8(__m512i a) {
  __m256i r;
  EACH_BYTE(32) r.b[i] = a.b[2 * i];
  return r;
}

INTRINSIC __m256i _mm512_castsi512_si256(__m512i a) {
  __m256i r;
  memcpy(r.b, a.b, 32);
  return r;
}

INTRINSIC __m256i _mm512_extracti64x4_epi64(__m512i a, int half) {
  __m256i r;
  memcpy(r.b, a.b + 32 * half, 32);
  return r;
}

INTRINSIC __m128i _mm256_castsi256_si128(__m256i a) {
  __m128i r;
  memcpy(r.b, a.b, 16);
  return r;
}

INTRINSIC __m128i _mm256_extracti128_si256(__m256i a, int half) {
  __m128i r;
  memcpy(r.b, a.b + 16 * half, 16);
  return r;
}

INTRINSIC long long _mm_cvtsi128_si64(__m128i a) {
  long long r;
  memcpy(&r, a.b, 8);
  return r;
}

INTRINSIC long long _mm_extract_epi64(__m128i a, int half) {
  long long r;
  memcpy(&r, a.b + 8 * half, 8);
  return r;
}

#ifndef CBARERE2_H
#define CBARERE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct bare_re2_set;

// A set of so many patterns, each ended by a NUL, without regard to case and matched anywhere.
struct bare_re2_set *bare_re2_set_new(const char *patterns, size_t count, int64_t memory_budget);

void bare_re2_set_free(struct bare_re2_set *set);

// How many of the texts, which all have the same length, are matched by some pattern, counting
// again and again from the first until so many have been matched against.
size_t bare_re2_set_matches(const struct bare_re2_set *set, const char *texts, size_t text_length,
                            size_t text_count, size_t matches);

#ifdef __cplusplus
}
#endif

#endif

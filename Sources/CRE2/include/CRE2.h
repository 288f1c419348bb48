#ifndef CRE2_H
#define CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Regular expressions in linear time: a C interface over re2::RE2::Set.
//
// Patterns are UTF-8, case-insensitive and unanchored. No function throws, logs, or keeps a
// pointer that it is given. A set is built by one thread; once compiled, any number may match.

// Whether this is a build with RE2, that is, with the trait `RE2` of the package. Without it there are
// no sets: nothing but this can be asked.
bool cre2_is_available(void);

struct cre2_set;

// Whether some pattern of the set matches.
enum {
  CRE2_NO_MATCH = 0,
  CRE2_MATCH = 1,
  // The answer is not known: the memory budget, or the system's memory, ran out.
  CRE2_EXHAUSTED = 2,
};

// The size above which compiling a single pattern is given up, before it takes seconds.
enum { CRE2_MOST_INSTRUCTIONS = 1 << 19 };

// An empty set that may use about so many bytes; NULL when memory runs out.
struct cre2_set *cre2_set_new(int64_t memory_budget);

// Frees a set; NULL is passed over.
void cre2_set_free(struct cre2_set *set);

// Adds a pattern, whose index is the number of patterns added before it.
// When it is refused: returns false and writes the reason, cut to the capacity, and its length.
bool cre2_set_add(struct cre2_set *set, const char *pattern, size_t pattern_count, char *reason,
                  size_t reason_capacity, size_t *reason_count);

// Makes the set ready to match; nothing can be added after it.
// False when the patterns do not fit the memory budget.
bool cre2_set_compile(struct cre2_set *set);

// Whether some pattern matches. Allocates nothing on the way to CRE2_NO_MATCH once the states of
// the automaton that the text passes through have been made.
int cre2_set_match(const struct cre2_set *set, const char *text, size_t text_count);

// The same, and writes the indices of the patterns that match, in no order, and their number.
// The capacity must be the number of patterns in the set.
int cre2_set_match_all(const struct cre2_set *set, const char *text, size_t text_count,
                       int *indices, size_t capacity, size_t *index_count);

// What a pattern is by itself.
struct cre2_pattern;

// Looks at a pattern that a set has taken. NULL when it compiles to more than
// CRE2_MOST_INSTRUCTIONS or so, or memory runs out.
struct cre2_pattern *cre2_pattern_new(const char *pattern, size_t pattern_count,
                                      int least_literal);

// Frees it; NULL is passed over.
void cre2_pattern_free(struct cre2_pattern *pattern);

// The instructions that it compiles to: the most work that one byte of text can cost.
int64_t cre2_pattern_size(const struct cre2_pattern *pattern);

// Whether every text that it matches holds, in lower case, one of its literals.
bool cre2_pattern_has_literals(const struct cre2_pattern *pattern);

// The literals, each of `least_literal` bytes or more.
size_t cre2_pattern_literal_count(const struct cre2_pattern *pattern);
const char *cre2_pattern_literal(const struct cre2_pattern *pattern, size_t index,
                                 size_t *count);

#ifdef __cplusplus
}
#endif

#endif

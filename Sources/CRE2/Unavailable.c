#ifndef CRE2_WITH_RE2

#include "CRE2.h"

bool cre2_is_available(void) { return false; }

struct cre2_set *cre2_set_new(int64_t memory_budget) { return NULL; }

void cre2_set_free(struct cre2_set *set) {}

bool cre2_set_add(struct cre2_set *set, const char *pattern, size_t pattern_count, char *reason,
                  size_t reason_capacity, size_t *reason_count) {
  *reason_count = 0;
  return false;
}

bool cre2_set_compile(struct cre2_set *set) { return false; }

int cre2_set_match(const struct cre2_set *set, const char *text, size_t text_count) {
  return CRE2_EXHAUSTED;
}

int cre2_set_match_all(const struct cre2_set *set, const char *text, size_t text_count,
                       int *indices, size_t capacity, size_t *index_count) {
  *index_count = 0;
  return CRE2_EXHAUSTED;
}

struct cre2_pattern *cre2_pattern_new(const char *pattern, size_t pattern_count,
                                      int least_literal) {
  return NULL;
}

void cre2_pattern_free(struct cre2_pattern *pattern) {}

int64_t cre2_pattern_size(const struct cre2_pattern *pattern) { return 0; }

bool cre2_pattern_has_literals(const struct cre2_pattern *pattern) { return false; }

size_t cre2_pattern_literal_count(const struct cre2_pattern *pattern) { return 0; }

const char *cre2_pattern_literal(const struct cre2_pattern *pattern, size_t index,
                                 size_t *count) {
  *count = 0;
  return NULL;
}

#endif

#include "CBareRE2.h"

#include <cstring>

#include <re2/re2.h>
#include <re2/set.h>

struct bare_re2_set {
  RE2::Set set;

  explicit bare_re2_set(const RE2::Options &options) : set(options, RE2::UNANCHORED) {}
};

bare_re2_set *bare_re2_set_new(const char *patterns, size_t count, int64_t memory_budget) {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_max_mem(memory_budget);
  bare_re2_set *set = new bare_re2_set(options);
  for (size_t index = 0; index < count; index++) {
    set->set.Add(patterns, nullptr);
    patterns += std::strlen(patterns) + 1;
  }
  set->set.Compile();
  return set;
}

void bare_re2_set_free(bare_re2_set *set) { delete set; }

size_t bare_re2_set_matches(const bare_re2_set *set, const char *texts, size_t text_length,
                            size_t text_count, size_t matches) {
  size_t found = 0;
  for (size_t index = 0; index < matches; index++) {
    const re2::StringPiece text(texts + index % text_count * text_length, text_length);
    found += set->set.Match(text, nullptr);
  }
  return found;
}

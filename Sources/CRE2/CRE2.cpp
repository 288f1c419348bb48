#ifdef CRE2_WITH_RE2

#if !__has_include(<re2/set.h>)
#error "RE2 is not found: install libre2-dev (apt) or re2 (brew), or build without the trait RE2"
#endif

#include "CRE2.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <re2/stringpiece.h>

namespace {

RE2::Options options(int64_t memory_budget) {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(memory_budget);
  return options;
}

// A StringPiece of no bytes still wants a pointer.
re2::StringPiece piece(const char *text, size_t count) {
  return re2::StringPiece(count == 0 ? "" : text, count);
}

int outcome(bool matched, const RE2::Set::ErrorInfo &error) {
  if (matched) return CRE2_MATCH;
  return error.kind == RE2::Set::kNoError ? CRE2_NO_MATCH : CRE2_EXHAUSTED;
}

}  // namespace

bool cre2_is_available(void) { return true; }

struct cre2_set {
  RE2::Set set;

  explicit cre2_set(int64_t memory_budget)
      : set(options(memory_budget), RE2::UNANCHORED) {}
};

cre2_set *cre2_set_new(int64_t memory_budget) {
  try {
    return new cre2_set(memory_budget);
  } catch (...) {
    return nullptr;
  }
}

void cre2_set_free(cre2_set *set) { delete set; }

bool cre2_set_add(cre2_set *set, const char *pattern, size_t pattern_count, char *reason,
                  size_t reason_capacity, size_t *reason_count) {
  *reason_count = 0;
  try {
    std::string error;
    if (set->set.Add(piece(pattern, pattern_count), &error) >= 0) return true;
    *reason_count = std::min(error.size(), reason_capacity);
    std::memcpy(reason, error.data(), *reason_count);
  } catch (...) {
  }
  return false;
}

bool cre2_set_compile(cre2_set *set) {
  try {
    return set->set.Compile();
  } catch (...) {
    return false;
  }
}

int cre2_set_match(const cre2_set *set, const char *text, size_t text_count) {
  try {
    RE2::Set::ErrorInfo error = {RE2::Set::kNoError};
    const bool matched = set->set.Match(piece(text, text_count), nullptr, &error);
    return outcome(matched, error);
  } catch (...) {
    return CRE2_EXHAUSTED;
  }
}

int cre2_set_match_all(const cre2_set *set, const char *text, size_t text_count, int *indices,
                       size_t capacity, size_t *index_count) {
  *index_count = 0;
  try {
    std::vector<int> found;
    RE2::Set::ErrorInfo error = {RE2::Set::kNoError};
    const bool matched = set->set.Match(piece(text, text_count), &found, &error);
    *index_count = std::min(found.size(), capacity);
    std::copy_n(found.begin(), *index_count, indices);
    return outcome(matched, error);
  } catch (...) {
    *index_count = 0;
    return CRE2_EXHAUSTED;
  }
}

struct cre2_pattern {
  int64_t size = 0;
  bool has_literals = false;
  std::vector<std::string> literals;
};

cre2_pattern *cre2_pattern_new(const char *pattern, size_t pattern_count, int least_literal) {
  try {
    // RE2 gives two thirds of its memory to the program, and of them 64 bytes to an instruction.
    const int64_t memory_budget = int64_t{CRE2_MOST_INSTRUCTIONS} * 64 * 3 / 2;
    re2::FilteredRE2 filtered(least_literal);
    int id = 0;
    if (filtered.Add(piece(pattern, pattern_count), options(memory_budget), &id) != RE2::NoError)
      return nullptr;
    auto result = std::make_unique<cre2_pattern>();
    result->size = filtered.GetRE2(id).ProgramSize();
    filtered.Compile(&result->literals);
    std::vector<int> possible;
    filtered.AllPotentials({}, &possible);
    result->has_literals = possible.empty();
    return result.release();
  } catch (...) {
    return nullptr;
  }
}

void cre2_pattern_free(cre2_pattern *pattern) { delete pattern; }

int64_t cre2_pattern_size(const cre2_pattern *pattern) { return pattern->size; }

bool cre2_pattern_has_literals(const cre2_pattern *pattern) { return pattern->has_literals; }

size_t cre2_pattern_literal_count(const cre2_pattern *pattern) {
  return pattern->literals.size();
}

const char *cre2_pattern_literal(const cre2_pattern *pattern, size_t index, size_t *count) {
  *count = pattern->literals[index].size();
  return pattern->literals[index].data();
}

#endif

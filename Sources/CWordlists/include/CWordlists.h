#ifndef CWORDLISTS_H
#define CWORDLISTS_H

#include <stddef.h>

/// A word list as it stands in `wordlists/`: ASCII, one word a line.
struct cwordlists_text {
  const unsigned char *start;
  size_t count;
};

struct cwordlists_text cwordlists_english_large(void);
struct cwordlists_text cwordlists_english_short(void);

#endif

#include "CWordlists.h"

static const unsigned char english_large[] = {
#embed "../../wordlists/english-large.txt"
};

static const unsigned char english_short[] = {
#embed "../../wordlists/english-short.txt"
};

struct cwordlists_text cwordlists_english_large(void) {
  return (struct cwordlists_text){english_large, sizeof english_large};
}

struct cwordlists_text cwordlists_english_short(void) {
  return (struct cwordlists_text){english_short, sizeof english_short};
}

// Wipes heap memory when it is freed, so that the passwords and keys that pass through strings, JSON and
// the buffers of the web framework do not stay behind in the process.
//
// Only with the GNU C library, whose own functions do the work; sanitizers bring an allocator of theirs.
#define _GNU_SOURCE
#include "CWipingAllocator.h"

#include <errno.h>
#include <stdlib.h>

#if defined(__GLIBC__) && !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
#include <malloc.h>
#include <string.h>

extern void __libc_free(void *memory);

void free(void *memory) {
  if (memory == NULL) return;
  int saved = errno;
  explicit_bzero(memory, malloc_usable_size(memory));
  __libc_free(memory);
  errno = saved;
}

// The C library's own would leave a copy behind where it moves a block.
void *realloc(void *memory, size_t size) {
  if (memory == NULL) return malloc(size);
  if (size == 0) {
    free(memory);
    return NULL;
  }
  size_t usable = malloc_usable_size(memory);
  if (size <= usable && size >= usable / 2) return memory;
  void *moved = malloc(size);
  if (moved == NULL) return NULL;
  memcpy(moved, memory, size < usable ? size : usable);
  free(memory);
  return moved;
}
#endif

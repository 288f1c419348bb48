#include "CAllocationCounter.h"

// Defines __GLIBC__, where the C library is that one.
#include <stdlib.h>

// Of each thread its own: the benchmark's runner allocates on others, whenever it samples the system.
static _Thread_local unsigned long allocations;

unsigned long allocation_count(void) { return allocations; }

#ifdef __GLIBC__
// The program's own definitions come before those of the C library, which keeps the allocator
// itself under other names.
#include <errno.h>
#include <malloc.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static void count(void) { allocations++; }

void *malloc(size_t size) {
  count();
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count();
  return __libc_calloc(number, size);
}

void *realloc(void *pointer, size_t size) {
  count();
  return __libc_realloc(pointer, size);
}

void *memalign(size_t alignment, size_t size) {
  count();
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count();
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **pointer, size_t alignment, size_t size) {
  count();
  *pointer = __libc_memalign(alignment, size);
  return *pointer == NULL ? ENOMEM : 0;
}

unsigned long allocated_bytes(void) {
  const struct mallinfo2 information = mallinfo2();
  return information.uordblks + information.hblkhd;
}
#else
unsigned long allocated_bytes(void) { return 0; }
#endif

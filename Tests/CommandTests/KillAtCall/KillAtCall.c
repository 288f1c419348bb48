// Kills the process at the n-th of the calls that change files: a shared object for LD_PRELOAD.
//
//   KILL_AT=n  at the n-th call: after half of its bytes if it writes, before it does anything if not
//
// Calls on standard output and standard error are not counted.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

// Whether the process is to die in this call.
static int is_last(void) {
  const char *text = getenv("KILL_AT");
  return text && atomic_fetch_add(&calls, 1) + 1 == atol(text);
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

#define NEXT(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  if (file > 2 && is_last()) {
    NEXT(write)(file, bytes, count / 2);
    die();
  }
  return NEXT(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  if (is_last()) {
    NEXT(pwrite)(file, bytes, count / 2, offset);
    die();
  }
  return NEXT(pwrite)(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  if (is_last()) {
    NEXT(pwrite64)(file, bytes, count / 2, offset);
    die();
  }
  return NEXT(pwrite64)(file, bytes, count, offset);
}

#define COUNTED(name, parameters, ...) \
  int name parameters {                \
    if (is_last()) die();              \
    return NEXT(name)(__VA_ARGS__);    \
  }

COUNTED(fsync, (int file), file)
COUNTED(fdatasync, (int file), file)
COUNTED(ftruncate, (int file, off_t size), file, size)
COUNTED(ftruncate64, (int file, off64_t size), file, size)
COUNTED(link, (const char *path, const char *other), path, other)
COUNTED(unlink, (const char *path), path)

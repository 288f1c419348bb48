// Kills or holds the process at the n-th of the calls that change files: a shared object for
// LD_PRELOAD.
//
//   KILL_AT=n        kills it at the n-th call: after half of its bytes if it writes, before it does
//                    anything if not
//   HOLD_AT_WRITE=n  holds it before the n-th call that writes, at the named pipe HOLD: until
//                    someone has read to the pipe's end, and then until someone has opened it to
//                    write
//   HOLD_AT_RENAME=n likewise, before the n-th call that renames
//   FAIL=words       has calls fail as on a poor file system: links (no file has two names), unnamed
//                    (every file has one), renames (none that replaces nothing)
//
// Calls on standard output and standard error are not counted.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/types.h>
#include <unistd.h>

// Counts a call; whether it is the one that a variable names.
static int is_reached(atomic_long *calls, const char *variable) {
  const char *text = getenv(variable);
  return text && atomic_fetch_add(calls, 1) + 1 == atol(text);
}

// Whether the process is to die in this call.
static int is_last(void) {
  static atomic_long calls;
  return is_reached(&calls, "KILL_AT");
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// Waits until the pipe has its other end too.
static void meet(int flags) {
  int file;
  while ((file = open(getenv("HOLD"), flags)) < 0)
    if (errno != EINTR) abort();
  close(file);
}

static void hold_if_reached(atomic_long *calls, const char *variable) {
  if (!is_reached(calls, variable)) return;
  meet(O_WRONLY);
  meet(O_RDONLY);
}

static void hold_before_write(void) {
  static atomic_long calls;
  hold_if_reached(&calls, "HOLD_AT_WRITE");
}

static void hold_before_rename(void) {
  static atomic_long calls;
  hold_if_reached(&calls, "HOLD_AT_RENAME");
}

#define NEXT(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  if (file > 2) hold_before_write();
  if (file > 2 && is_last()) {
    NEXT(write)(file, bytes, count / 2);
    die();
  }
  return NEXT(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  hold_before_write();
  if (is_last()) {
    NEXT(pwrite)(file, bytes, count / 2, offset);
    die();
  }
  return NEXT(pwrite)(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  hold_before_write();
  if (is_last()) {
    NEXT(pwrite64)(file, bytes, count / 2, offset);
    die();
  }
  return NEXT(pwrite64)(file, bytes, count, offset);
}

static int fails(const char *word, int error) {
  const char *text = getenv("FAIL");
  if (!text || !strstr(text, word)) return 0;
  errno = error;
  return 1;
}

#define COUNTED(type, name, parameters, ...) \
  type name parameters {                     \
    if (is_last()) die();                    \
    return NEXT(name)(__VA_ARGS__);          \
  }

COUNTED(int, fsync, (int file), file)
COUNTED(int, fdatasync, (int file), file)
COUNTED(int, ftruncate, (int file, off_t size), file, size)
COUNTED(int, ftruncate64, (int file, off64_t size), file, size)
COUNTED(ssize_t, sendfile, (int file, int source, off_t *offset, size_t count), file, source, offset, count)

int rename(const char *path, const char *other) {
  hold_before_rename();
  if (is_last()) die();
  return NEXT(rename)(path, other);
}

#define FAILING(name, word, error, parameters, ...) \
  int name parameters {                             \
    if (fails(word, error)) return -1;              \
    if (is_last()) die();                           \
    return NEXT(name)(__VA_ARGS__);                 \
  }

FAILING(link, "links", EPERM, (const char *path, const char *other), path, other)
FAILING(linkat, "links", EPERM,
        (int folder, const char *path, int other_folder, const char *other, int flags), folder,
        path, other_folder, other, flags)
FAILING(renameat2, "renames", EINVAL,
        (int folder, const char *path, int other_folder, const char *other, unsigned flags),
        folder, path, other_folder, other, flags)

static int is_unnamed(int flags) { return (flags & O_TMPFILE) == O_TMPFILE; }

#define OPENING(name)                                                      \
  int name(const char *path, int flags, ...) {                             \
    if (is_unnamed(flags) && fails("unnamed", EOPNOTSUPP)) return -1;      \
    va_list more;                                                          \
    va_start(more, flags);                                                 \
    mode_t mode = (flags & O_CREAT) || is_unnamed(flags) ? va_arg(more, mode_t) : 0; \
    va_end(more);                                                          \
    return NEXT(name)(path, flags, mode);                                  \
  }

OPENING(open)
OPENING(open64)
COUNTED(int, unlink, (const char *path), path)

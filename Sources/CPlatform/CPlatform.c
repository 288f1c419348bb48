#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <stdio.h>

#if defined(__APPLE__)
#include <copyfile.h>
#include <unistd.h>
#elif defined(__linux__)
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

int cplatform_rename_if_free(const char *from, const char *to) {
#if defined(__APPLE__)
  return renamex_np(from, to, RENAME_EXCL);
#elif defined(__GLIBC__)
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
#elif defined(__linux__)
  // musl has had the function for a short time only.
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 1 /* RENAME_NOREPLACE */);
#else
  errno = ENOSYS;
  return -1;
#endif
}

int cplatform_copy_all(int from, int to) {
#if defined(__linux__)
  off_t offset = 0;
  for (;;) {
    ssize_t count = sendfile(to, from, &offset, 1 << 30);
    if (count == 0) return 0;
    if (count < 0 && errno != EINTR) return -1;
  }
#elif defined(__APPLE__)
  return lseek(from, 0, SEEK_SET) < 0 ? -1 : fcopyfile(from, to, NULL, COPYFILE_DATA);
#else
  (void)from, (void)to;
  errno = ENOSYS;
  return -1;
#endif
}

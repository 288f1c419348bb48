#define _GNU_SOURCE
#include "CServerPlatform.h"

#include <sys/resource.h>
#include <time.h>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

bool passwright_forbid_core_dumps(void) {
  struct rlimit none = {0, 0};
  bool done = setrlimit(RLIMIT_CORE, &none) == 0;
#if defined(__linux__)
  // Covers dumps that go to a pipe, too, which the limit does not.
  done = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && done;
#endif
  return done;
}

void passwright_raise_open_file_limit(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

int64_t passwright_seconds_ahead_of_utc(int64_t seconds) {
  time_t moment = (time_t)seconds;
  struct tm local;
  if (localtime_r(&moment, &local) == NULL) return 0;
  return (int64_t)local.tm_gmtoff;
}

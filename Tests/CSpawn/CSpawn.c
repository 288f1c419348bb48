#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "CSpawn.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>

int cspawn(
    pid_t *identifier, const char *program, char *const *arguments, char *const *environment,
    const char *folder, char *const *paths, const int *descriptors) {
  posix_spawn_file_actions_t actions;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return error;
  for (int stream = 0; stream < 3 && !error; stream++) {
    const int flags = stream == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC;
    error = paths[stream] ? posix_spawn_file_actions_addopen(
                                &actions, stream, paths[stream], flags, 0600)
                          : posix_spawn_file_actions_adddup2(&actions, descriptors[stream], stream);
  }
  if (!error && folder) error = posix_spawn_file_actions_addchdir_np(&actions, folder);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#else
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif

  posix_spawnattr_t attributes;
  if (!error) error = posix_spawnattr_init(&attributes);
  if (!error) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, flags);
    error = posix_spawn(identifier, program, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

#ifndef CSPAWN_H
#define CSPAWN_H

#include <sys/types.h>

/// Starts a program by `posix_spawn`, with no signal blocked and none ignored, and with no open file
/// but its three streams.
///
/// `arguments`, the program's name first, and `environment` end with a null pointer. It runs in
/// `folder`, if there is one. Each of the three streams is a file by its path, which is read or made
/// and emptied, or, where the path is null, the open file of the descriptor.
///
/// Returns 0, or the number of the error.
int cspawn(
    pid_t *_Nonnull identifier, const char *_Nonnull program,
    char *_Nullable const *_Nonnull arguments, char *_Nullable const *_Nonnull environment,
    const char *_Nullable folder, char *_Nullable const *_Nonnull paths,
    const int *_Nonnull descriptors);

#endif

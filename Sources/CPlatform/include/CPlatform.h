// Calls of the operating system that Swift's modules of the C library leave out.
#pragma once

// Renames a file in one step, and fails with EEXIST if the new name is taken.
// Returns 0, or -1 with errno set: ENOSYS, EINVAL or ENOTSUP where system or file system cannot.
int cplatform_rename_if_free(const char *from, const char *to);

// Writes what is in one file to another, from its start, without taking it into the process.
// Returns 0, or -1 with errno set.
int cplatform_copy_all(int from, int to);

#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Forbids core dumps of this process, and others of the same user to read its memory.
/// Returns whether the system has agreed.
bool passwright_forbid_core_dumps(void);

/// Lets this process open as many files and connections as the system allows it to.
void passwright_raise_open_file_limit(void);

/// The seconds that local time is ahead of UTC at a moment in seconds since 1970.
int64_t passwright_seconds_ahead_of_utc(int64_t seconds);

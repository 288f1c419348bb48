#ifndef CALLOCATIONCOUNTER_H
#define CALLOCATIONCOUNTER_H

/// The number of heap allocations that this process has made, on Linux with glibc; elsewhere 0.
unsigned long allocation_count(void);

#endif

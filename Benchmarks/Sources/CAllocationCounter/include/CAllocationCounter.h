#ifndef CALLOCATIONCOUNTER_H
#define CALLOCATIONCOUNTER_H

/// The number of heap allocations that this process has made, on Linux with glibc; elsewhere 0.
unsigned long allocation_count(void);

/// The bytes of heap memory that are in use, on Linux with glibc; elsewhere 0.
unsigned long allocated_bytes(void);

#endif

#ifndef C_WIPING_ALLOCATOR_H
#define C_WIPING_ALLOCATOR_H

// Nothing to call: a program that links this target wipes heap memory when it is freed.

#endif

#include <sodium.h>
#if defined(__linux__)
#include <sys/random.h>  // getrandom, which the Swift overlays leave out
#endif

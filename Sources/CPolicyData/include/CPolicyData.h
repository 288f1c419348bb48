#ifndef CPOLICYDATA_H
#define CPOLICYDATA_H

#include <stddef.h>

/// A file compiled into the program.
struct cpolicydata_text {
  const unsigned char *start;
  size_t count;
};

/// `blocklists/common-passwords.txt`.
struct cpolicydata_text cpolicydata_common_passwords(void);
/// `Sources/PasswordPolicy/Schema/policy.schema.json`.
struct cpolicydata_text cpolicydata_schema(void);

#endif

#include "CPolicyData.h"

static const unsigned char common_passwords[] = {
#embed "../../blocklists/common-passwords.txt"
};

static const unsigned char schema[] = {
#embed "../PasswordPolicy/Schema/policy.schema.json"
};

struct cpolicydata_text cpolicydata_common_passwords(void) {
  return (struct cpolicydata_text){common_passwords, sizeof common_passwords};
}

struct cpolicydata_text cpolicydata_schema(void) {
  return (struct cpolicydata_text){schema, sizeof schema};
}

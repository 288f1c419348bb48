"""The recipe of the documentation of `secrets`, at 20 characters and four classes."""

import secrets, string, sys
symbols = '!#$%^&*+/=_-'
alphabet = string.ascii_letters + string.digits + symbols
for _ in range(int(sys.argv[1])):
    while True:
        password = ''.join(secrets.choice(alphabet) for i in range(20))
        if (any(c.islower() for c in password) and any(c.isupper() for c in password)
                and any(c.isdigit() for c in password) and any(c in symbols for c in password)):
            break
    print(password)

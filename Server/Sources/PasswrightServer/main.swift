import PasswordService

print("passwright-server")

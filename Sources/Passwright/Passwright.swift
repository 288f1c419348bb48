@_exported public import CharacterSets
@_exported public import CompliantDrawing
@_exported public import PasswordCompliance
@_exported public import PasswordGeneration
@_exported public import PasswordHistory
@_exported public import PasswordMinting
@_exported public import PasswordPolicy
@_exported public import Passwordstate
@_exported public import PolicyFormats
@_exported public import Randomness
@_exported public import SecretMemory
@_exported public import Wordlists

@_exported public import struct ExactIntegers.BigUInt
@_exported public import struct Platform.SystemError

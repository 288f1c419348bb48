import Passwright

/// Passwords of 16 characters, one of each class, one after another.
public func samplePasswords(_ count: Int) throws -> [UInt8] {
  var generator = try Generator(PasswordRecipe(length: 16))
  var passwords: [UInt8] = []
  for _ in 0..<count { passwords += Array(try generator.next().reveal().utf8) }
  return passwords
}

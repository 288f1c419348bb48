// Draw passwords, count them, and read a query of Passwordstate.

// snippet.first
import Passwright

var generator = try Generator(PasswordRecipe(length: 20))
print(try generator.next().reveal())
// snippet.end

// snippet.recipe
var characters = CharacterRecipe(length: 12...16)
characters.brackets = true
characters.includesAmbiguous = false
characters.requireEach = true

var phrase = PhraseRecipe(wordCount: 3)
phrase.placement = .append

let recipe = PasswordRecipe(characters: characters, phrase: phrase)
// snippet.end

// snippet.problems
do {
  _ = try CompiledRecipe(PasswordRecipe(characters: CharacterRecipe(length: 0)))
} catch {
  for problem in error.problems { print(problem) }
}
// snippet.end

// snippet.entropy
let compiled = try CompiledRecipe(recipe)
let entropy = compiled.entropy()
print(entropy.shannonBits, entropy.minEntropyBits, entropy.count, entropy.isExact)
// snippet.end

// snippet.bulk
var bulk = try Generator(compiled)
try bulk.write(1_000, to: 1)  // standard output

let lines = try [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
  var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
  try bulk.append(100, to: &output)
  unsafe count = output.finalize(for: buffer)
}
// snippet.end

// snippet.query
let query = try PasswordstateQuery(
  parsing: "IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&numericChars=true&Qty=5")
var queried = try Generator(query.recipe)
for _ in 0..<query.quantity { print(try queried.next().reveal()) }
// snippet.end
_ = lines

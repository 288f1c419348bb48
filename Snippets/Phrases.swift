// Draw phrases of words.

// snippet.phrase
import Passwright

var phrase = PhraseRecipe(wordCount: 6)
phrase.separator = .space
let recipe = PasswordRecipe(characters: nil, phrase: phrase)

var generator = try Generator(recipe)
print(try generator.next().reveal())
print(try CompiledRecipe(recipe).entropy().shannonBits)
// snippet.end

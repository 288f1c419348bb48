#compdef passwright

__passwright_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__passwright_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __passwright_complete "${completions[@]:0:-1}"
    fi
}

__passwright_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_passwright() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'generate:Make passwords.'
            'entropy:Tell how hard the passwords of a recipe are to guess.'
            'check:Check passwords against a policy.'
            'explain:Tell the rules of a policy as sentences.'
            'policy:Look at policies, and put them into other formats.'
            'history:Remember which passwords accounts have had, and find reuse.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        generate|entropy|check|explain|policy|history|help)
            "_passwright_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_passwright_generate() {
    local -i ret=1
    local -ar ___format=('text' 'json' 'ndjson' 'csv')
    local -ar ___word_placement=('prefix' 'append' 'insert')
    local -ar ___separator=('space' 'dash' 'none')
    local -ar ___first=('lower' 'upper' 'digits' 'symbols' 'letters')
    local -ar ___last=('lower' 'upper' 'digits' 'symbols' 'letters')
    local -ar ___safe=('url' 'shell' 'dsn' 'xml' 'json' 'csv' 'yaml' 'dotenv' 'systemd' 'ini' 'pgpass' 'powershell' 'cmd' 'ldap' 'hcl' 'typeable')
    local -ar arg_specs=(
        '(-n --count --qty)'{-n,--count,--qty}'[How many passwords, 0 or more. (default\: 1; Qty)]:n:'
        '--format[text\: one a line; json\: one document; ndjson\: an object a line; csv\: a header and a record a line. All but text carry entropyBits, minEntropyBits and isExact.]:format:{__passwright_complete "${___format[@]}"}'
        '(-o --output)'{-o,--output}'[Write to a new file that only you may read (mode 0600) and that appears when it is complete; a device, a named pipe or an open stream (/dev/stdout, /dev/fd/3) is written to directly; - is standard output.]:file:_files'
        '--force[Whether to replace the output file if it exists. (default\: --no-force)]'
        '--no-force[Whether to replace the output file if it exists. (default\: --no-force)]'
        '--newline[Whether a line feed ends the password; --no-newline is for one password as text. (default\: --newline)]'
        '--no-newline[Whether a line feed ends the password; --no-newline is for one password as text. (default\: --newline)]'
        '--threads[Threads to draw on, 1 to 256. (default\: 1, or one for each processor above 10,000 passwords)]:n:'
        '(--verbose -v)'{--verbose,-v}'[Whether to tell the recipe and its entropy on standard error. (default\: --no-verbose)]'
        '--no-verbose[Whether to tell the recipe and its entropy on standard error. (default\: --no-verbose)]'
        '(-l --length)'{-l,--length}'[Length in characters, or a range of lengths of which each is equally likely; words come on top. (default\: 20; minLength, maxLength)]:n|n-m:'
        '--lower[Whether a to z are drawn. (default\: --lower; lowerCaseChars)]'
        '--no-lower[Whether a to z are drawn. (default\: --lower; lowerCaseChars)]'
        '--upper[Whether A to Z are drawn. (default\: --upper; upperCaseChars)]'
        '--no-upper[Whether A to Z are drawn. (default\: --upper; upperCaseChars)]'
        '--digits[Whether 0 to 9 are drawn. (default\: --digits; numericChars)]'
        '--no-digits[Whether 0 to 9 are drawn. (default\: --digits; numericChars)]'
        '--symbols[Whether symbols are drawn. (default\: --symbols; specialChars)]'
        '--no-symbols[Whether symbols are drawn. (default\: --symbols; specialChars)]'
        '--brackets[Whether brackets are drawn. (default\: --no-brackets; bracketChars)]'
        '--no-brackets[Whether brackets are drawn. (default\: --no-brackets; bracketChars)]'
        '--symbol-set[The symbols to draw from. (default\: !#$%^&*+/=_-; specialCharsText)]:chars:'
        '--bracket-set[The brackets to draw from. (default\: \[\](){}<>; bracketCharsText)]:chars:'
        '--ambiguous[Whether letters and digits that look alike are drawn\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--no-ambiguous[Whether letters and digits that look alike are drawn\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--higher-alpha-ratio[Whether symbols and brackets are held down to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--no-higher-alpha-ratio[Whether symbols and brackets are held down to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--require-each[Whether each enabled class occurs at least once. (default\: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)]'
        '--no-require-each[Whether each enabled class occurs at least once. (default\: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)]'
        '(-x --exclude)'{-x,--exclude}'[Characters never to draw. (excludeChars)]:chars:'
        '--pattern[What each position holds\: l lower case, u upper case, n digit, s symbol, b bracket, a any enabled character; any other stands for itself, and so does one after a backslash. (GeneratePattern, Pattern)]:pattern:'
        '--characters[Whether there are characters; without them a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '--no-characters[Whether there are characters; without them a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '(-w --words)'{-w,--words}'[How many words to draw; none without this option. (IncludeWordPhrases, NumberOfWords)]:n:'
        '--max-word-length[The longest word to draw, in characters. (default\: no limit; MaxWordLength)]:n:'
        '--word-placement[Where the words stand\: before, after or inside the characters. (default\: prefix; PrefixAppend)]:place:{__passwright_complete "${___word_placement[@]}"}'
        '--separator[What stands between words and beside the characters. (default\: dash; SeparateWords)]:separator:{__passwright_complete "${___separator[@]}"}'
        '--wordlist[The list to draw words from\: english-large, english-short, or a file, one word a line or diceware lines; - is standard input. (default\: the bundled list with more words that are short enough)]:name|file:_files'
        '--min-entropy[The min-entropy to reach, in bits\: the shortest length that has it under the policy, or with --no-characters the smallest number of words, is found.]:bits:'
        '--query[The recipe as the query string of the source API, such as '\''IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5'\''; no other recipe option goes with it, and no class is required.]:k=v&...:'
        '--policy[What passwords comply with\: A policy\: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Of two bounds, one here and one in an option, the stricter holds.]:file|preset:_files -g '\''*.json'\'''
        '--min-lower[Have at least so many lower-case letters.]:n:'
        '--max-lower[Have at most so many lower-case letters.]:n:'
        '--min-upper[Have at least so many upper-case letters.]:n:'
        '--max-upper[Have at most so many upper-case letters.]:n:'
        '--min-digits[Have at least so many digits.]:n:'
        '--max-digits[Have at most so many digits.]:n:'
        '--min-symbols[Have at least so many symbols\: what is neither a letter nor a digit, brackets too, or what --policy counts as symbols.]:n:'
        '--max-symbols[Have at most so many symbols.]:n:'
        '--min-letters[Have at least so many letters of either case.]:n:'
        '--max-letters[Have at most so many letters of either case.]:n:'
        '--min-types[Have at least so many of the four kinds\: lower-case letters, upper-case letters, digits, symbols.]:n:'
        '--max-run[Have the same character at most so many times in a row.]:n:'
        '--max-sequence[Have sequences such as abcd, 4321 or qwerty of at most so many characters.]:n:'
        '--sequences[Whether there may be sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--no-sequences[Whether there may be sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--first[The kind of the first character.]:kind:{__passwright_complete "${___first[@]}"}'
        '--last[The kind of the last character.]:kind:{__passwright_complete "${___last[@]}"}'
        '*--safe[Draw what can be written unquoted into a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters leave every class, and a class without any is not drawn. Can be repeated.]:context:{__passwright_complete "${___safe[@]}"}'
        '*--rules[The rules of a site in Apple'\''s language, such as '\''minlength\: 8; required\: lower, upper; required\: digit; max-consecutive\: 2'\''. What they allow is drawn, all of it and nothing else, 20 characters or as near as they let it be, without a space at either end; no class is required beyond them. Can be repeated.]:rules:'
        '--compliance-retries[How often a password that does not comply is drawn anew, 0 to 1,000,000; when none complies the exit status is 1. (default\: 10; ComplianceRetries)]:n:'
        '*--context[Whose passwords they are, of which they hold no part of 3 or more characters\: user=, name= (in full) or email=, each at most once.]:key=value:'
        '--history[Record passwords in this history, made if it does not exist, and draw none that the policy calls reuse.]:file:_files'
        '--history-key[The key of the history, a file that passwright history key has made.]:file:_files'
        '*--previous-history-key[A key that the history was written under before\: with it, the history goes on under a new --history-key. May be repeated.]:file:_files'
        '--account[Whose passwords they are. Under a policy they hold no part of the identifier of 3 or more characters.]:id:'
        '--accounts[A file of account identifiers, one a line, or - for standard input\: one password for each, to --output, as csv or ndjson. Names and e-mail addresses may follow an identifier, with tabs between\: under a policy the password holds no part of any of them. After an interruption the same command resumes where it stopped.]:file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_entropy() {
    local -i ret=1
    local -ar ___word_placement=('prefix' 'append' 'insert')
    local -ar ___separator=('space' 'dash' 'none')
    local -ar ___first=('lower' 'upper' 'digits' 'symbols' 'letters')
    local -ar ___last=('lower' 'upper' 'digits' 'symbols' 'letters')
    local -ar ___safe=('url' 'shell' 'dsn' 'xml' 'json' 'csv' 'yaml' 'dotenv' 'systemd' 'ini' 'pgpass' 'powershell' 'cmd' 'ldap' 'hcl' 'typeable')
    local -ar ___format=('json' 'text')
    local -ar arg_specs=(
        '(-l --length)'{-l,--length}'[Length in characters, or a range of lengths of which each is equally likely; words come on top. (default\: 20; minLength, maxLength)]:n|n-m:'
        '--lower[Whether a to z are drawn. (default\: --lower; lowerCaseChars)]'
        '--no-lower[Whether a to z are drawn. (default\: --lower; lowerCaseChars)]'
        '--upper[Whether A to Z are drawn. (default\: --upper; upperCaseChars)]'
        '--no-upper[Whether A to Z are drawn. (default\: --upper; upperCaseChars)]'
        '--digits[Whether 0 to 9 are drawn. (default\: --digits; numericChars)]'
        '--no-digits[Whether 0 to 9 are drawn. (default\: --digits; numericChars)]'
        '--symbols[Whether symbols are drawn. (default\: --symbols; specialChars)]'
        '--no-symbols[Whether symbols are drawn. (default\: --symbols; specialChars)]'
        '--brackets[Whether brackets are drawn. (default\: --no-brackets; bracketChars)]'
        '--no-brackets[Whether brackets are drawn. (default\: --no-brackets; bracketChars)]'
        '--symbol-set[The symbols to draw from. (default\: !#$%^&*+/=_-; specialCharsText)]:chars:'
        '--bracket-set[The brackets to draw from. (default\: \[\](){}<>; bracketCharsText)]:chars:'
        '--ambiguous[Whether letters and digits that look alike are drawn\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--no-ambiguous[Whether letters and digits that look alike are drawn\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--higher-alpha-ratio[Whether symbols and brackets are held down to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--no-higher-alpha-ratio[Whether symbols and brackets are held down to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--require-each[Whether each enabled class occurs at least once. (default\: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)]'
        '--no-require-each[Whether each enabled class occurs at least once. (default\: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)]'
        '(-x --exclude)'{-x,--exclude}'[Characters never to draw. (excludeChars)]:chars:'
        '--pattern[What each position holds\: l lower case, u upper case, n digit, s symbol, b bracket, a any enabled character; any other stands for itself, and so does one after a backslash. (GeneratePattern, Pattern)]:pattern:'
        '--characters[Whether there are characters; without them a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '--no-characters[Whether there are characters; without them a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '(-w --words)'{-w,--words}'[How many words to draw; none without this option. (IncludeWordPhrases, NumberOfWords)]:n:'
        '--max-word-length[The longest word to draw, in characters. (default\: no limit; MaxWordLength)]:n:'
        '--word-placement[Where the words stand\: before, after or inside the characters. (default\: prefix; PrefixAppend)]:place:{__passwright_complete "${___word_placement[@]}"}'
        '--separator[What stands between words and beside the characters. (default\: dash; SeparateWords)]:separator:{__passwright_complete "${___separator[@]}"}'
        '--wordlist[The list to draw words from\: english-large, english-short, or a file, one word a line or diceware lines; - is standard input. (default\: the bundled list with more words that are short enough)]:name|file:_files'
        '--min-entropy[The min-entropy to reach, in bits\: the shortest length that has it under the policy, or with --no-characters the smallest number of words, is found.]:bits:'
        '--query[The recipe as the query string of the source API, such as '\''IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5'\''; no other recipe option goes with it, and no class is required.]:k=v&...:'
        '--policy[What passwords comply with\: A policy\: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Of two bounds, one here and one in an option, the stricter holds.]:file|preset:_files -g '\''*.json'\'''
        '--min-lower[Have at least so many lower-case letters.]:n:'
        '--max-lower[Have at most so many lower-case letters.]:n:'
        '--min-upper[Have at least so many upper-case letters.]:n:'
        '--max-upper[Have at most so many upper-case letters.]:n:'
        '--min-digits[Have at least so many digits.]:n:'
        '--max-digits[Have at most so many digits.]:n:'
        '--min-symbols[Have at least so many symbols\: what is neither a letter nor a digit, brackets too, or what --policy counts as symbols.]:n:'
        '--max-symbols[Have at most so many symbols.]:n:'
        '--min-letters[Have at least so many letters of either case.]:n:'
        '--max-letters[Have at most so many letters of either case.]:n:'
        '--min-types[Have at least so many of the four kinds\: lower-case letters, upper-case letters, digits, symbols.]:n:'
        '--max-run[Have the same character at most so many times in a row.]:n:'
        '--max-sequence[Have sequences such as abcd, 4321 or qwerty of at most so many characters.]:n:'
        '--sequences[Whether there may be sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--no-sequences[Whether there may be sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--first[The kind of the first character.]:kind:{__passwright_complete "${___first[@]}"}'
        '--last[The kind of the last character.]:kind:{__passwright_complete "${___last[@]}"}'
        '*--safe[Draw what can be written unquoted into a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters leave every class, and a class without any is not drawn. Can be repeated.]:context:{__passwright_complete "${___safe[@]}"}'
        '*--rules[The rules of a site in Apple'\''s language, such as '\''minlength\: 8; required\: lower, upper; required\: digit; max-consecutive\: 2'\''. What they allow is drawn, all of it and nothing else, 20 characters or as near as they let it be, without a space at either end; no class is required beyond them. Can be repeated.]:rules:'
        '--format[json\: one object; text\: for people.]:format:{__passwright_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_check() {
    local -i ret=1
    local -ar ___format=('text' 'ndjson' 'csv')
    local -ar arg_specs=(
        '--policy[A policy\: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4.]:file|preset:_files'
        '--input[The file that passwords are read from; - is standard input. (default\: -)]:file:_files'
        '(-0 --null)'{-0,--null}'[Whether a NUL byte ends a password and nothing else does. (default\: --no-null)]'
        '--no-null[Whether a NUL byte ends a password and nothing else does. (default\: --no-null)]'
        '*--context[Whose passwords they are\: user=, name= (in full) or email=, each at most once; a password that holds a part of 3 or more characters does not comply.]:key=value:'
        '--format[text\: for people; ndjson\: an object a line; csv\: a header and a record a line, the last column with the violations as ndjson has them.]:format:{__passwright_complete "${___format[@]}"}'
        '--threads[Threads to check on, 1 to 256. (default\: one for each processor)]:n:'
        '(--quiet -q)'{--quiet,-q}'[Whether to write no records or totals\: the exit status tells. (default\: --no-quiet)]'
        '--no-quiet[Whether to write no records or totals\: the exit status tells. (default\: --no-quiet)]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_explain() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar arg_specs=(
        '--policy[A policy\: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4.]:file|preset:_files'
        '--format[text\: a sentence a line; json\: an array of code, parameters and requirement.]:format:{__passwright_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_policy() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'lint:Tell what standards advise against in a policy, and what does nothing.'
            'feasible:Tell whether a recipe can meet a policy, at which lengths, and with how much entropy.'
            'schema:Print the JSON Schema of policies (draft 2020-12).'
            'presets:List the presets and the standards that they follow.'
            'show:Print a policy as JSON, without the keys that say nothing.'
            'convert:Put a policy into another format, and tell what is lost.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        lint|feasible|schema|presets|show|convert)
            "_passwright_policy_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_passwright_policy_lint() {
    local -i ret=1
    local -ar ___format=('text' 'json')
    local -ar arg_specs=(
        ':file|preset:_files'
        '--format[text\: a warning a line; json\: an array of code, path and message.]:format:{__passwright_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_policy_feasible() {
    local -i ret=1
    local -ar ___word_placement=('prefix' 'append' 'insert')
    local -ar ___separator=('space' 'dash' 'none')
    local -ar ___first=('lower' 'upper' 'digits' 'symbols' 'letters')
    local -ar ___last=('lower' 'upper' 'digits' 'symbols' 'letters')
    local -ar ___safe=('url' 'shell' 'dsn' 'xml' 'json' 'csv' 'yaml' 'dotenv' 'systemd' 'ini' 'pgpass' 'powershell' 'cmd' 'ldap' 'hcl' 'typeable')
    local -ar ___format=('text' 'json')
    local -ar arg_specs=(
        '(-l --length)'{-l,--length}'[Length in characters, or a range of lengths of which each is equally likely; words come on top. (default\: 20; minLength, maxLength)]:n|n-m:'
        '--lower[Whether a to z are drawn. (default\: --lower; lowerCaseChars)]'
        '--no-lower[Whether a to z are drawn. (default\: --lower; lowerCaseChars)]'
        '--upper[Whether A to Z are drawn. (default\: --upper; upperCaseChars)]'
        '--no-upper[Whether A to Z are drawn. (default\: --upper; upperCaseChars)]'
        '--digits[Whether 0 to 9 are drawn. (default\: --digits; numericChars)]'
        '--no-digits[Whether 0 to 9 are drawn. (default\: --digits; numericChars)]'
        '--symbols[Whether symbols are drawn. (default\: --symbols; specialChars)]'
        '--no-symbols[Whether symbols are drawn. (default\: --symbols; specialChars)]'
        '--brackets[Whether brackets are drawn. (default\: --no-brackets; bracketChars)]'
        '--no-brackets[Whether brackets are drawn. (default\: --no-brackets; bracketChars)]'
        '--symbol-set[The symbols to draw from. (default\: !#$%^&*+/=_-; specialCharsText)]:chars:'
        '--bracket-set[The brackets to draw from. (default\: \[\](){}<>; bracketCharsText)]:chars:'
        '--ambiguous[Whether letters and digits that look alike are drawn\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--no-ambiguous[Whether letters and digits that look alike are drawn\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--higher-alpha-ratio[Whether symbols and brackets are held down to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--no-higher-alpha-ratio[Whether symbols and brackets are held down to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--require-each[Whether each enabled class occurs at least once. (default\: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)]'
        '--no-require-each[Whether each enabled class occurs at least once. (default\: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)]'
        '(-x --exclude)'{-x,--exclude}'[Characters never to draw. (excludeChars)]:chars:'
        '--pattern[What each position holds\: l lower case, u upper case, n digit, s symbol, b bracket, a any enabled character; any other stands for itself, and so does one after a backslash. (GeneratePattern, Pattern)]:pattern:'
        '--characters[Whether there are characters; without them a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '--no-characters[Whether there are characters; without them a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '(-w --words)'{-w,--words}'[How many words to draw; none without this option. (IncludeWordPhrases, NumberOfWords)]:n:'
        '--max-word-length[The longest word to draw, in characters. (default\: no limit; MaxWordLength)]:n:'
        '--word-placement[Where the words stand\: before, after or inside the characters. (default\: prefix; PrefixAppend)]:place:{__passwright_complete "${___word_placement[@]}"}'
        '--separator[What stands between words and beside the characters. (default\: dash; SeparateWords)]:separator:{__passwright_complete "${___separator[@]}"}'
        '--wordlist[The list to draw words from\: english-large, english-short, or a file, one word a line or diceware lines; - is standard input. (default\: the bundled list with more words that are short enough)]:name|file:_files'
        '--min-entropy[The min-entropy to reach, in bits\: the shortest length that has it under the policy, or with --no-characters the smallest number of words, is found.]:bits:'
        '--query[The recipe as the query string of the source API, such as '\''IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5'\''; no other recipe option goes with it, and no class is required.]:k=v&...:'
        '--policy[What passwords comply with\: A policy\: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Of two bounds, one here and one in an option, the stricter holds.]:file|preset:_files -g '\''*.json'\'''
        '--min-lower[Have at least so many lower-case letters.]:n:'
        '--max-lower[Have at most so many lower-case letters.]:n:'
        '--min-upper[Have at least so many upper-case letters.]:n:'
        '--max-upper[Have at most so many upper-case letters.]:n:'
        '--min-digits[Have at least so many digits.]:n:'
        '--max-digits[Have at most so many digits.]:n:'
        '--min-symbols[Have at least so many symbols\: what is neither a letter nor a digit, brackets too, or what --policy counts as symbols.]:n:'
        '--max-symbols[Have at most so many symbols.]:n:'
        '--min-letters[Have at least so many letters of either case.]:n:'
        '--max-letters[Have at most so many letters of either case.]:n:'
        '--min-types[Have at least so many of the four kinds\: lower-case letters, upper-case letters, digits, symbols.]:n:'
        '--max-run[Have the same character at most so many times in a row.]:n:'
        '--max-sequence[Have sequences such as abcd, 4321 or qwerty of at most so many characters.]:n:'
        '--sequences[Whether there may be sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--no-sequences[Whether there may be sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--first[The kind of the first character.]:kind:{__passwright_complete "${___first[@]}"}'
        '--last[The kind of the last character.]:kind:{__passwright_complete "${___last[@]}"}'
        '*--safe[Draw what can be written unquoted into a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters leave every class, and a class without any is not drawn. Can be repeated.]:context:{__passwright_complete "${___safe[@]}"}'
        '*--rules[The rules of a site in Apple'\''s language, such as '\''minlength\: 8; required\: lower, upper; required\: digit; max-consecutive\: 2'\''. What they allow is drawn, all of it and nothing else, 20 characters or as near as they let it be, without a space at either end; no class is required beyond them. Can be repeated.]:rules:'
        '--format[text\: a length a line; json\: one object with feasible (true, false, or null for not known) and the lengths, or with the rules in conflict (code, parameters, requirement), the nearest length that would do and the reason.]:format:{__passwright_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_policy_schema() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_policy_presets() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_policy_show() {
    local -i ret=1
    local -ar arg_specs=(
        ':file|preset:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_policy_convert() {
    local -i ret=1
    local -ar ___from=('passwright' 'apple' 'passwordstate' 'sailpoint' 'entrust' 'vault-hcl' 'libpwquality')
    local -ar ___to=('passwright' 'apple' 'passwordstate' 'sailpoint' 'entrust' 'vault-hcl' 'libpwquality')
    local -ar arg_specs=(
        '--from[The format to read.]:format:{__passwright_complete "${___from[@]}"}'
        '--to[The format to write.]:format:{__passwright_complete "${___to[@]}"}'
        '--strict[Whether to end with status 1 when anything is lost. (default\: --no-strict)]'
        '--no-strict[Whether to end with status 1 when anything is lost. (default\: --no-strict)]'
        ':file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'key:Make a new random key file.'
            'add:Record a password as the newest of an account.'
            'check:Ask whether a password is among the newest of an account.'
            'list:List accounts, dates and kinds of digest.'
            'prune:Remove the oldest values of every account.'
            'verify:Read a whole history and say whether it is damaged.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        key|add|check|list|prune|verify)
            "_passwright_history_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_passwright_history_key() {
    local -i ret=1
    local -ar arg_specs=(
        ':file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history_add() {
    local -i ret=1
    local -ar arg_specs=(
        '--history[The history.]:file:_files'
        '--history-key[A key file made by history key, for digests by keyed BLAKE2b. Without it they are made by Argon2id.]:file:_files'
        '*--previous-history-key[A key that the history was written under before\: with it, the history goes on under a new --history-key. May be repeated.]:file:_files'
        '--account[Whose password it is; compared byte for byte, so that case counts.]:id:'
        '--input[Where the password is read from\: one line, whose line end is no part of it. - is standard input, which a terminal does not show.]:file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history_check() {
    local -i ret=1
    local -ar arg_specs=(
        '--history[The history.]:file:_files'
        '--history-key[A key file made by history key, for digests by keyed BLAKE2b. Without it they are made by Argon2id.]:file:_files'
        '*--previous-history-key[A key that the history was written under before\: with it, the history goes on under a new --history-key. May be repeated.]:file:_files'
        '--account[Whose password it is; compared byte for byte, so that case counts.]:id:'
        '--input[Where the password is read from\: one line, whose line end is no part of it. - is standard input, which a terminal does not show.]:file:_files'
        '--last[How many of the newest values to compare with, the current one included, 1 to 1,000. The history notes the largest number that was asked for, and pruning keeps as many.]:n:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history_list() {
    local -i ret=1
    local -ar ___format=('text' 'ndjson' 'csv')
    local -ar arg_specs=(
        '--history[The history.]:file:_files'
        '--format[text\: account, date and kind with tabs between; ndjson\: an object a line; csv\: with a header.]:format:{__passwright_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history_prune() {
    local -i ret=1
    local -ar arg_specs=(
        '--history[The history.]:file:_files'
        '--keep[How many of the newest values of an account to keep.]:n:'
        '--forget-larger-use[Whether N is the largest number in use from now on, as after a policy was relaxed. (default\: --no-forget-larger-use)]'
        '--no-forget-larger-use[Whether N is the largest number in use from now on, as after a policy was relaxed. (default\: --no-forget-larger-use)]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history_verify() {
    local -i ret=1
    local -ar arg_specs=(
        '--history[The history.]:file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _passwright ]]; then
    _passwright "${@}"
else
    compdef _passwright passwright
fi

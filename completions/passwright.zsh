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
            'generate:Generate passwords.'
            'entropy:Report how hard the passwords of a recipe are to guess.'
            'check:Check passwords against a policy.'
            'explain:Print the rules of a policy as sentences.'
            'policy:Inspect policies, and convert them to other formats.'
            'history:Record which passwords accounts have had, and detect reuse.'
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
        '(-n --count --qty)'{-n,--count,--qty}'[Generate this many passwords. (default\: 1; Qty)]:n:'
        '--format[Write text (one password per line), json (one document), ndjson (one object per line) or csv (a header and one record per line). All except text include entropyBits, minEntropyBits and isExact.]:format:{__passwright_complete "${___format[@]}"}'
        '(-o --output)'{-o,--output}'[Write to a new file that only you can read (mode 0600) and that appears when it is complete; a device, a named pipe or an open stream (/dev/stdout, /dev/fd/3) is written to directly; - is standard output.]:file:_files'
        '--force[Whether to replace the output file if it exists. (default\: --no-force)]'
        '--no-force[Whether to replace the output file if it exists. (default\: --no-force)]'
        '--newline[Whether to end the password with a line feed; --no-newline is for one password as text. (default\: --newline)]'
        '--no-newline[Whether to end the password with a line feed; --no-newline is for one password as text. (default\: --newline)]'
        '--threads[Draw on this many threads, 1 to 256. (default\: 1, or one per processor above 10,000 passwords)]:n:'
        '(--verbose -v)'{--verbose,-v}'[Whether to print the recipe and its entropy on standard error. (default\: --no-verbose)]'
        '--no-verbose[Whether to print the recipe and its entropy on standard error. (default\: --no-verbose)]'
        '(-l --length)'{-l,--length}'[Set the length in characters, or a range whose lengths are equally likely; words are added to it. (default\: 20; minLength, maxLength)]:n|n-m:'
        '--lower[Whether to draw a to z. (default\: --lower; lowerCaseChars)]'
        '--no-lower[Whether to draw a to z. (default\: --lower; lowerCaseChars)]'
        '--upper[Whether to draw A to Z. (default\: --upper; upperCaseChars)]'
        '--no-upper[Whether to draw A to Z. (default\: --upper; upperCaseChars)]'
        '--digits[Whether to draw 0 to 9. (default\: --digits; numericChars)]'
        '--no-digits[Whether to draw 0 to 9. (default\: --digits; numericChars)]'
        '--symbols[Whether to draw symbols. (default\: --symbols; specialChars)]'
        '--no-symbols[Whether to draw symbols. (default\: --symbols; specialChars)]'
        '--brackets[Whether to draw brackets. (default\: --no-brackets; bracketChars)]'
        '--no-brackets[Whether to draw brackets. (default\: --no-brackets; bracketChars)]'
        '--symbol-set[Draw symbols from these. (default\: !#$%^&*+/=_-; specialCharsText)]:chars:'
        '--bracket-set[Draw brackets from these. (default\: \[\](){}<>; bracketCharsText)]:chars:'
        '--ambiguous[Whether to draw letters and digits that look alike\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--no-ambiguous[Whether to draw letters and digits that look alike\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--higher-alpha-ratio[Whether to limit symbols and brackets to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--no-higher-alpha-ratio[Whether to limit symbols and brackets to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--require-each[Whether to require each enabled class at least once. (default\: --require-each, except with --pattern, --rules or a policy that lists what is allowed)]'
        '--no-require-each[Whether to require each enabled class at least once. (default\: --require-each, except with --pattern, --rules or a policy that lists what is allowed)]'
        '(-x --exclude)'{-x,--exclude}'[Never draw these characters. (excludeChars)]:chars:'
        '--pattern[Draw each position by a mask\: l lowercase, u uppercase, n digit, s symbol, b bracket, a any enabled character; any other character stands for itself, as does one after a backslash. (GeneratePattern, Pattern)]:mask:'
        '--characters[Whether to draw characters; without them, a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '--no-characters[Whether to draw characters; without them, a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '(-w --words)'{-w,--words}'[Draw this many words; none without this option. (IncludeWordPhrases, NumberOfWords)]:n:'
        '--max-word-length[Draw only words of at most this many characters. (default\: no limit; MaxWordLength)]:n:'
        '--word-placement[Place the words before, after or inside the characters. (default\: prefix; PrefixAppend)]:place:{__passwright_complete "${___word_placement[@]}"}'
        '--separator[Separate words, and words from characters, with this. (default\: dash; SeparateWords)]:separator:{__passwright_complete "${___separator[@]}"}'
        '--wordlist[Draw words from this list\: english-large, english-short, or a file with one word per line or in diceware format; - is standard input. (default\: the bundled list with more words that are short enough)]:name|file:_files'
        '--min-entropy[Reach this min-entropy, in bits\: find the shortest length that has it under the policy or, with --no-characters, the smallest number of words.]:bits:'
        '--query[Take the recipe from a query string of Passwordstate, such as '\''IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5'\''; no other recipe option can be used with it, and no class is required.]:k=v&...:'
        '--policy[Use this policy\: a JSON file, - for standard input, or a preset\: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Passwords comply with it. If a bound is set both here and by an option, the stricter one applies.]:file|preset:_files -g '\''*.json'\'''
        '--min-lower[Require N or more lowercase letters.]:n:'
        '--max-lower[Allow at most N lowercase letters.]:n:'
        '--min-upper[Require N or more uppercase letters.]:n:'
        '--max-upper[Allow at most N uppercase letters.]:n:'
        '--min-digits[Require N or more digits.]:n:'
        '--max-digits[Allow at most N digits.]:n:'
        '--min-symbols[Require N or more symbols\: characters that are neither letters nor digits, brackets included, or those that --policy counts as symbols.]:n:'
        '--max-symbols[Allow at most N symbols.]:n:'
        '--min-letters[Require N or more letters of either case.]:n:'
        '--max-letters[Allow at most N letters of either case.]:n:'
        '--min-types[Require N or more of the four kinds\: lowercase letters, uppercase letters, digits, symbols.]:n:'
        '--max-run[Allow the same character at most N times in a row.]:n:'
        '--max-sequence[Allow sequences such as abcd, 4321 or qwerty of at most N characters.]:n:'
        '--sequences[Whether to allow sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--no-sequences[Whether to allow sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--first[Begin with this kind of character.]:kind:{__passwright_complete "${___first[@]}"}'
        '--last[End with this kind of character.]:kind:{__passwright_complete "${___last[@]}"}'
        '*--safe[Draw only what can be written unquoted in a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters are removed from every class, and a class that has none left is not drawn. Can be repeated.]:context:{__passwright_complete "${___safe[@]}"}'
        '*--rules[Follow a site'\''s rules in Apple'\''s language, such as '\''minlength\: 8; required\: lower, upper; required\: digit; max-consecutive\: 2'\''. All characters that they allow are drawn, and no others\: 20 characters, or as close to that as they permit, without a space at either end; no class is required beyond them. Can be repeated.]:rules:'
        '--compliance-retries[Retry a password that does not comply up to this many times, 0 to 1,000,000; if none complies, the exit status is 1. (default\: 10; ComplianceRetries)]:n:'
        '*--context[Name the owner\: user=, name= (full name) or email=, each at most once. Passwords contain no part of 3 or more characters of these.]:key=value:'
        '--history[Record passwords in this history, created if it does not exist, and draw none that the policy counts as reuse.]:file:_files'
        '--history-key[Use this key for the history, a file created by passwright history key.]:file:_files'
        '*--previous-history-key[Also accept a key that the history was written with before, to continue the history under a new --history-key. Can be repeated.]:file:_files'
        '--account[Name the account. Under a policy, passwords contain no part of 3 or more characters of its identifier.]:id:'
        '--accounts[Generate one password for each account in this file of identifiers, one per line, or - for standard input. Requires --output, and csv or ndjson. Names and e-mail addresses may follow an identifier, separated by tabs\: under a policy, the password contains no part of any of them. After an interruption, the same command resumes where it stopped.]:file:_files'
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
        '(-l --length)'{-l,--length}'[Set the length in characters, or a range whose lengths are equally likely; words are added to it. (default\: 20; minLength, maxLength)]:n|n-m:'
        '--lower[Whether to draw a to z. (default\: --lower; lowerCaseChars)]'
        '--no-lower[Whether to draw a to z. (default\: --lower; lowerCaseChars)]'
        '--upper[Whether to draw A to Z. (default\: --upper; upperCaseChars)]'
        '--no-upper[Whether to draw A to Z. (default\: --upper; upperCaseChars)]'
        '--digits[Whether to draw 0 to 9. (default\: --digits; numericChars)]'
        '--no-digits[Whether to draw 0 to 9. (default\: --digits; numericChars)]'
        '--symbols[Whether to draw symbols. (default\: --symbols; specialChars)]'
        '--no-symbols[Whether to draw symbols. (default\: --symbols; specialChars)]'
        '--brackets[Whether to draw brackets. (default\: --no-brackets; bracketChars)]'
        '--no-brackets[Whether to draw brackets. (default\: --no-brackets; bracketChars)]'
        '--symbol-set[Draw symbols from these. (default\: !#$%^&*+/=_-; specialCharsText)]:chars:'
        '--bracket-set[Draw brackets from these. (default\: \[\](){}<>; bracketCharsText)]:chars:'
        '--ambiguous[Whether to draw letters and digits that look alike\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--no-ambiguous[Whether to draw letters and digits that look alike\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--higher-alpha-ratio[Whether to limit symbols and brackets to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--no-higher-alpha-ratio[Whether to limit symbols and brackets to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--require-each[Whether to require each enabled class at least once. (default\: --require-each, except with --pattern, --rules or a policy that lists what is allowed)]'
        '--no-require-each[Whether to require each enabled class at least once. (default\: --require-each, except with --pattern, --rules or a policy that lists what is allowed)]'
        '(-x --exclude)'{-x,--exclude}'[Never draw these characters. (excludeChars)]:chars:'
        '--pattern[Draw each position by a mask\: l lowercase, u uppercase, n digit, s symbol, b bracket, a any enabled character; any other character stands for itself, as does one after a backslash. (GeneratePattern, Pattern)]:mask:'
        '--characters[Whether to draw characters; without them, a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '--no-characters[Whether to draw characters; without them, a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '(-w --words)'{-w,--words}'[Draw this many words; none without this option. (IncludeWordPhrases, NumberOfWords)]:n:'
        '--max-word-length[Draw only words of at most this many characters. (default\: no limit; MaxWordLength)]:n:'
        '--word-placement[Place the words before, after or inside the characters. (default\: prefix; PrefixAppend)]:place:{__passwright_complete "${___word_placement[@]}"}'
        '--separator[Separate words, and words from characters, with this. (default\: dash; SeparateWords)]:separator:{__passwright_complete "${___separator[@]}"}'
        '--wordlist[Draw words from this list\: english-large, english-short, or a file with one word per line or in diceware format; - is standard input. (default\: the bundled list with more words that are short enough)]:name|file:_files'
        '--min-entropy[Reach this min-entropy, in bits\: find the shortest length that has it under the policy or, with --no-characters, the smallest number of words.]:bits:'
        '--query[Take the recipe from a query string of Passwordstate, such as '\''IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5'\''; no other recipe option can be used with it, and no class is required.]:k=v&...:'
        '--policy[Use this policy\: a JSON file, - for standard input, or a preset\: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Passwords comply with it. If a bound is set both here and by an option, the stricter one applies.]:file|preset:_files -g '\''*.json'\'''
        '--min-lower[Require N or more lowercase letters.]:n:'
        '--max-lower[Allow at most N lowercase letters.]:n:'
        '--min-upper[Require N or more uppercase letters.]:n:'
        '--max-upper[Allow at most N uppercase letters.]:n:'
        '--min-digits[Require N or more digits.]:n:'
        '--max-digits[Allow at most N digits.]:n:'
        '--min-symbols[Require N or more symbols\: characters that are neither letters nor digits, brackets included, or those that --policy counts as symbols.]:n:'
        '--max-symbols[Allow at most N symbols.]:n:'
        '--min-letters[Require N or more letters of either case.]:n:'
        '--max-letters[Allow at most N letters of either case.]:n:'
        '--min-types[Require N or more of the four kinds\: lowercase letters, uppercase letters, digits, symbols.]:n:'
        '--max-run[Allow the same character at most N times in a row.]:n:'
        '--max-sequence[Allow sequences such as abcd, 4321 or qwerty of at most N characters.]:n:'
        '--sequences[Whether to allow sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--no-sequences[Whether to allow sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--first[Begin with this kind of character.]:kind:{__passwright_complete "${___first[@]}"}'
        '--last[End with this kind of character.]:kind:{__passwright_complete "${___last[@]}"}'
        '*--safe[Draw only what can be written unquoted in a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters are removed from every class, and a class that has none left is not drawn. Can be repeated.]:context:{__passwright_complete "${___safe[@]}"}'
        '*--rules[Follow a site'\''s rules in Apple'\''s language, such as '\''minlength\: 8; required\: lower, upper; required\: digit; max-consecutive\: 2'\''. All characters that they allow are drawn, and no others\: 20 characters, or as close to that as they permit, without a space at either end; no class is required beyond them. Can be repeated.]:rules:'
        '--format[Write json (one object) or text (for people).]:format:{__passwright_complete "${___format[@]}"}'
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
        '--policy[Use this policy\: a JSON file, - for standard input, or a preset\: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4.]:file|preset:_files'
        '--input[Read passwords from this file; - is standard input. (default\: -)]:file:_files'
        '(-0 --null)'{-0,--null}'[Whether to end each password at a NUL byte and nowhere else. (default\: --no-null)]'
        '--no-null[Whether to end each password at a NUL byte and nowhere else. (default\: --no-null)]'
        '*--context[Name the owner of the passwords\: user=, name= (full name) or email=, each at most once. A password that contains a part of 3 or more characters does not comply.]:key=value:'
        '--format[Write text (for people), ndjson (one object per line) or csv (a header and one record per line, whose last column has the violations as in ndjson).]:format:{__passwright_complete "${___format[@]}"}'
        '--threads[Check on this many threads, 1 to 256. (default\: one per processor)]:n:'
        '(--quiet -q)'{--quiet,-q}'[Whether to print no records or totals; the exit status is the answer. (default\: --no-quiet)]'
        '--no-quiet[Whether to print no records or totals; the exit status is the answer. (default\: --no-quiet)]'
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
        '--policy[Use this policy\: a JSON file, - for standard input, or a preset\: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4.]:file|preset:_files'
        '--format[Write text (one sentence per line) or json (an array of code, parameters, requirement).]:format:{__passwright_complete "${___format[@]}"}'
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
            'lint:Report what standards advise against in a policy, and what has no effect.'
            'feasible:Report whether a recipe can meet a policy, at which lengths, and with how much entropy.'
            'schema:Print the JSON Schema of policies (draft 2020-12).'
            'presets:List the presets and the standards that they follow.'
            'show:Print a policy as JSON, without the keys that are not set.'
            'convert:Convert a policy to another format, and report what is lost.'
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
        '--format[Write text (one warning per line) or json (an array of code, path, message).]:format:{__passwright_complete "${___format[@]}"}'
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
        '(-l --length)'{-l,--length}'[Set the length in characters, or a range whose lengths are equally likely; words are added to it. (default\: 20; minLength, maxLength)]:n|n-m:'
        '--lower[Whether to draw a to z. (default\: --lower; lowerCaseChars)]'
        '--no-lower[Whether to draw a to z. (default\: --lower; lowerCaseChars)]'
        '--upper[Whether to draw A to Z. (default\: --upper; upperCaseChars)]'
        '--no-upper[Whether to draw A to Z. (default\: --upper; upperCaseChars)]'
        '--digits[Whether to draw 0 to 9. (default\: --digits; numericChars)]'
        '--no-digits[Whether to draw 0 to 9. (default\: --digits; numericChars)]'
        '--symbols[Whether to draw symbols. (default\: --symbols; specialChars)]'
        '--no-symbols[Whether to draw symbols. (default\: --symbols; specialChars)]'
        '--brackets[Whether to draw brackets. (default\: --no-brackets; bracketChars)]'
        '--no-brackets[Whether to draw brackets. (default\: --no-brackets; bracketChars)]'
        '--symbol-set[Draw symbols from these. (default\: !#$%^&*+/=_-; specialCharsText)]:chars:'
        '--bracket-set[Draw brackets from these. (default\: \[\](){}<>; bracketCharsText)]:chars:'
        '--ambiguous[Whether to draw letters and digits that look alike\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--no-ambiguous[Whether to draw letters and digits that look alike\: I l 1 O 0. (default\: --ambiguous; ambiguousChars)]'
        '--higher-alpha-ratio[Whether to limit symbols and brackets to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--no-higher-alpha-ratio[Whether to limit symbols and brackets to one position in seven on average. (default\: --no-higher-alpha-ratio; higherAlphaRatio)]'
        '--require-each[Whether to require each enabled class at least once. (default\: --require-each, except with --pattern, --rules or a policy that lists what is allowed)]'
        '--no-require-each[Whether to require each enabled class at least once. (default\: --require-each, except with --pattern, --rules or a policy that lists what is allowed)]'
        '(-x --exclude)'{-x,--exclude}'[Never draw these characters. (excludeChars)]:chars:'
        '--pattern[Draw each position by a mask\: l lowercase, u uppercase, n digit, s symbol, b bracket, a any enabled character; any other character stands for itself, as does one after a backslash. (GeneratePattern, Pattern)]:mask:'
        '--characters[Whether to draw characters; without them, a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '--no-characters[Whether to draw characters; without them, a password is words alone. (default\: --characters; IncludeAlphaSpecial)]'
        '(-w --words)'{-w,--words}'[Draw this many words; none without this option. (IncludeWordPhrases, NumberOfWords)]:n:'
        '--max-word-length[Draw only words of at most this many characters. (default\: no limit; MaxWordLength)]:n:'
        '--word-placement[Place the words before, after or inside the characters. (default\: prefix; PrefixAppend)]:place:{__passwright_complete "${___word_placement[@]}"}'
        '--separator[Separate words, and words from characters, with this. (default\: dash; SeparateWords)]:separator:{__passwright_complete "${___separator[@]}"}'
        '--wordlist[Draw words from this list\: english-large, english-short, or a file with one word per line or in diceware format; - is standard input. (default\: the bundled list with more words that are short enough)]:name|file:_files'
        '--min-entropy[Reach this min-entropy, in bits\: find the shortest length that has it under the policy or, with --no-characters, the smallest number of words.]:bits:'
        '--query[Take the recipe from a query string of Passwordstate, such as '\''IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5'\''; no other recipe option can be used with it, and no class is required.]:k=v&...:'
        '--policy[Use this policy\: a JSON file, - for standard input, or a preset\: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Passwords comply with it. If a bound is set both here and by an option, the stricter one applies.]:file|preset:_files -g '\''*.json'\'''
        '--min-lower[Require N or more lowercase letters.]:n:'
        '--max-lower[Allow at most N lowercase letters.]:n:'
        '--min-upper[Require N or more uppercase letters.]:n:'
        '--max-upper[Allow at most N uppercase letters.]:n:'
        '--min-digits[Require N or more digits.]:n:'
        '--max-digits[Allow at most N digits.]:n:'
        '--min-symbols[Require N or more symbols\: characters that are neither letters nor digits, brackets included, or those that --policy counts as symbols.]:n:'
        '--max-symbols[Allow at most N symbols.]:n:'
        '--min-letters[Require N or more letters of either case.]:n:'
        '--max-letters[Allow at most N letters of either case.]:n:'
        '--min-types[Require N or more of the four kinds\: lowercase letters, uppercase letters, digits, symbols.]:n:'
        '--max-run[Allow the same character at most N times in a row.]:n:'
        '--max-sequence[Allow sequences such as abcd, 4321 or qwerty of at most N characters.]:n:'
        '--sequences[Whether to allow sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--no-sequences[Whether to allow sequences; --no-sequences is --max-sequence 2. (default\: --sequences)]'
        '--first[Begin with this kind of character.]:kind:{__passwright_complete "${___first[@]}"}'
        '--last[End with this kind of character.]:kind:{__passwright_complete "${___last[@]}"}'
        '*--safe[Draw only what can be written unquoted in a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters are removed from every class, and a class that has none left is not drawn. Can be repeated.]:context:{__passwright_complete "${___safe[@]}"}'
        '*--rules[Follow a site'\''s rules in Apple'\''s language, such as '\''minlength\: 8; required\: lower, upper; required\: digit; max-consecutive\: 2'\''. All characters that they allow are drawn, and no others\: 20 characters, or as close to that as they permit, without a space at either end; no class is required beyond them. Can be repeated.]:rules:'
        '--format[Write text (one length per line) or json\: one object with feasible (true, false, or null for not known) and the lengths, or with the rules in conflict (code, parameters, requirement), the nearest length that would do and the reason.]:format:{__passwright_complete "${___format[@]}"}'
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
        '--from[Read this format.]:format:{__passwright_complete "${___from[@]}"}'
        '--to[Write this format.]:format:{__passwright_complete "${___to[@]}"}'
        '--strict[Whether to exit with status 1 if anything is lost. (default\: --no-strict)]'
        '--no-strict[Whether to exit with status 1 if anything is lost. (default\: --no-strict)]'
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
            'key:Create a new random key file.'
            'add:Record a password as the newest of an account.'
            'check:Check whether a password is among the newest of an account.'
            'list:List accounts, dates and kinds of digest.'
            'prune:Remove the oldest values of every account.'
            'verify:Read a whole history and report whether it is damaged.'
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
        '--history[Use this history file.]:file:_files'
        '--history-key[Make keyed BLAKE2b digests with this key file, created by history key. Without it, digests are made with Argon2id.]:file:_files'
        '*--previous-history-key[Also accept a key that the history was written with before, to continue the history under a new --history-key. Can be repeated.]:file:_files'
        '--account[Name the account; names are compared byte for byte, so case matters.]:id:'
        '--input[Read the password from this file\: one line, without its line ending. - is standard input; a terminal does not show what is typed.]:file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history_check() {
    local -i ret=1
    local -ar arg_specs=(
        '--history[Use this history file.]:file:_files'
        '--history-key[Make keyed BLAKE2b digests with this key file, created by history key. Without it, digests are made with Argon2id.]:file:_files'
        '*--previous-history-key[Also accept a key that the history was written with before, to continue the history under a new --history-key. Can be repeated.]:file:_files'
        '--account[Name the account; names are compared byte for byte, so case matters.]:id:'
        '--input[Read the password from this file\: one line, without its line ending. - is standard input; a terminal does not show what is typed.]:file:_files'
        '--last[Compare with this many of the newest values, the current one included, 1 to 1,000. The history notes the largest number that was used, and pruning keeps that many.]:n:'
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
        '--history[Use this history file.]:file:_files'
        '--format[Write text (account, date, kind; tabs between), ndjson (one object per line) or csv.]:format:{__passwright_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history_prune() {
    local -i ret=1
    local -ar arg_specs=(
        '--history[Use this history file.]:file:_files'
        '--keep[Keep this many of the newest values of each account.]:n:'
        '--forget-larger-use[Whether to forget any larger number in use, for example after relaxing a policy\: N is the largest from now on. (default\: --no-forget-larger-use)]'
        '--no-forget-larger-use[Whether to forget any larger number in use, for example after relaxing a policy\: N is the largest from now on. (default\: --no-forget-larger-use)]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_passwright_history_verify() {
    local -i ret=1
    local -ar arg_specs=(
        '--history[Use this history file.]:file:_files'
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

function __passwright_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __passwright_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __passwright_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __passwright_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __passwright_parse_tokens -S
    set -l unparsed_tokens (__passwright_tokens -pc)
    switch $unparsed_tokens[1]
    case 'passwright'
        __passwright_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'generate'
            __passwright_parse_subcommand 0 'n/count=' 'format=' 'o/output=' 'force' 'no-force' 'newline' 'no-newline' 'threads=' 'v/verbose' 'no-verbose' 'l/length=' 'lower' 'no-lower' 'upper' 'no-upper' 'digits' 'no-digits' 'symbols' 'no-symbols' 'brackets' 'no-brackets' 'symbol-set=' 'bracket-set=' 'ambiguous' 'no-ambiguous' 'higher-alpha-ratio' 'no-higher-alpha-ratio' 'require-each' 'no-require-each' 'x/exclude=' 'pattern=' 'characters' 'no-characters' 'w/words=' 'max-word-length=' 'word-placement=' 'separator=' 'wordlist=' 'min-entropy=' 'query=' 'policy=' 'min-lower=' 'max-lower=' 'min-upper=' 'max-upper=' 'min-digits=' 'max-digits=' 'min-symbols=' 'max-symbols=' 'min-letters=' 'max-letters=' 'min-types=' 'max-run=' 'max-sequence=' 'sequences' 'no-sequences' 'first=' 'last=' 'safe=+' 'rules=+' 'compliance-retries=' 'context=+' 'history=' 'history-key=' 'previous-history-key=+' 'account=' 'accounts=' 'version' 'h/help'
        case 'entropy'
            __passwright_parse_subcommand 0 'l/length=' 'lower' 'no-lower' 'upper' 'no-upper' 'digits' 'no-digits' 'symbols' 'no-symbols' 'brackets' 'no-brackets' 'symbol-set=' 'bracket-set=' 'ambiguous' 'no-ambiguous' 'higher-alpha-ratio' 'no-higher-alpha-ratio' 'require-each' 'no-require-each' 'x/exclude=' 'pattern=' 'characters' 'no-characters' 'w/words=' 'max-word-length=' 'word-placement=' 'separator=' 'wordlist=' 'min-entropy=' 'query=' 'policy=' 'min-lower=' 'max-lower=' 'min-upper=' 'max-upper=' 'min-digits=' 'max-digits=' 'min-symbols=' 'max-symbols=' 'min-letters=' 'max-letters=' 'min-types=' 'max-run=' 'max-sequence=' 'sequences' 'no-sequences' 'first=' 'last=' 'safe=+' 'rules=+' 'format=' 'version' 'h/help'
        case 'check'
            __passwright_parse_subcommand 0 'policy=' 'input=' '0/null' 'no-null' 'context=+' 'format=' 'threads=' 'q/quiet' 'no-quiet' 'version' 'h/help'
        case 'explain'
            __passwright_parse_subcommand 0 'policy=' 'format=' 'version' 'h/help'
        case 'policy'
            __passwright_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'lint'
                __passwright_parse_subcommand 1 'format=' 'version' 'h/help'
            case 'feasible'
                __passwright_parse_subcommand 0 'l/length=' 'lower' 'no-lower' 'upper' 'no-upper' 'digits' 'no-digits' 'symbols' 'no-symbols' 'brackets' 'no-brackets' 'symbol-set=' 'bracket-set=' 'ambiguous' 'no-ambiguous' 'higher-alpha-ratio' 'no-higher-alpha-ratio' 'require-each' 'no-require-each' 'x/exclude=' 'pattern=' 'characters' 'no-characters' 'w/words=' 'max-word-length=' 'word-placement=' 'separator=' 'wordlist=' 'min-entropy=' 'query=' 'policy=' 'min-lower=' 'max-lower=' 'min-upper=' 'max-upper=' 'min-digits=' 'max-digits=' 'min-symbols=' 'max-symbols=' 'min-letters=' 'max-letters=' 'min-types=' 'max-run=' 'max-sequence=' 'sequences' 'no-sequences' 'first=' 'last=' 'safe=+' 'rules=+' 'format=' 'version' 'h/help'
            case 'schema'
                __passwright_parse_subcommand 0 'version' 'h/help'
            case 'presets'
                __passwright_parse_subcommand 0 'version' 'h/help'
            case 'show'
                __passwright_parse_subcommand 1 'version' 'h/help'
            case 'convert'
                __passwright_parse_subcommand 1 'from=' 'to=' 'strict' 'no-strict' 'version' 'h/help'
            end
        case 'history'
            __passwright_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'key'
                __passwright_parse_subcommand 1 'version' 'h/help'
            case 'add'
                __passwright_parse_subcommand 0 'history=' 'history-key=' 'previous-history-key=+' 'account=' 'input=' 'version' 'h/help'
            case 'check'
                __passwright_parse_subcommand 0 'history=' 'history-key=' 'previous-history-key=+' 'account=' 'input=' 'last=' 'version' 'h/help'
            case 'list'
                __passwright_parse_subcommand 0 'history=' 'format=' 'version' 'h/help'
            case 'prune'
                __passwright_parse_subcommand 0 'history=' 'keep=' 'forget-larger-use' 'no-forget-larger-use' 'version' 'h/help'
            case 'verify'
                __passwright_parse_subcommand 0 'history=' 'version' 'h/help'
            end
        case 'help'
            __passwright_parse_subcommand -r 1 'version'
        end
    end
end

function __passwright_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __passwright_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __passwright_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __passwright_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__passwright_tokens -p)
    if test -z "$(__passwright_tokens -t)"
        set -l index (count (__passwright_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'passwright' -f
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'generate' -d 'Make passwords.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'entropy' -d 'Tell how hard the passwords of a recipe are to guess.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'check' -d 'Check passwords against a policy.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'explain' -d 'Tell the rules of a policy as sentences.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'policy' -d 'Look at policies, and put them into other formats.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'history' -d 'Remember which passwords accounts have had, and find reuse.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" count n qty' -s 'n' -l 'count' -l 'qty' -d 'How many passwords, 0 or more. (default: 1; Qty)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" format' -l 'format' -d 'text: one a line; json: one document; ndjson: an object a line; csv: a header and a record a line. All but text carry entropyBits, minEntropyBits and isExact.' -rfka 'text json ndjson csv'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" o output' -s 'o' -l 'output' -d 'Write to a new file that only you may read (mode 0600) and that appears when it is complete; a device, a named pipe or an open stream (/dev/stdout, /dev/fd/3) is written to directly; - is standard output.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" force' -l 'force' -d 'Whether to replace the output file if it exists. (default: --no-force)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-force' -l 'no-force' -d 'Whether to replace the output file if it exists. (default: --no-force)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" newline' -l 'newline' -d 'Whether a line feed ends the password; --no-newline is for one password as text. (default: --newline)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-newline' -l 'no-newline' -d 'Whether a line feed ends the password; --no-newline is for one password as text. (default: --newline)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" threads' -l 'threads' -d 'Threads to draw on, 1 to 256. (default: 1, or one for each processor above 10,000 passwords)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" v verbose' -l 'verbose' -s 'v' -d 'Whether to tell the recipe and its entropy on standard error. (default: --no-verbose)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-verbose' -l 'no-verbose' -d 'Whether to tell the recipe and its entropy on standard error. (default: --no-verbose)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" l length' -s 'l' -l 'length' -d 'Length in characters, or a range of lengths of which each is equally likely; words come on top. (default: 20; minLength, maxLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" lower' -l 'lower' -d 'Whether a to z are drawn. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-lower' -l 'no-lower' -d 'Whether a to z are drawn. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" upper' -l 'upper' -d 'Whether A to Z are drawn. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-upper' -l 'no-upper' -d 'Whether A to Z are drawn. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" digits' -l 'digits' -d 'Whether 0 to 9 are drawn. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-digits' -l 'no-digits' -d 'Whether 0 to 9 are drawn. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" symbols' -l 'symbols' -d 'Whether symbols are drawn. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-symbols' -l 'no-symbols' -d 'Whether symbols are drawn. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" brackets' -l 'brackets' -d 'Whether brackets are drawn. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-brackets' -l 'no-brackets' -d 'Whether brackets are drawn. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" symbol-set' -l 'symbol-set' -d 'The symbols to draw from. (default: !#$%^&*+/=_-; specialCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" bracket-set' -l 'bracket-set' -d 'The brackets to draw from. (default: [](){}<>; bracketCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" ambiguous' -l 'ambiguous' -d 'Whether letters and digits that look alike are drawn: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-ambiguous' -l 'no-ambiguous' -d 'Whether letters and digits that look alike are drawn: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" higher-alpha-ratio' -l 'higher-alpha-ratio' -d 'Whether symbols and brackets are held down to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-higher-alpha-ratio' -l 'no-higher-alpha-ratio' -d 'Whether symbols and brackets are held down to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" require-each' -l 'require-each' -d 'Whether each enabled class occurs at least once. (default: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-require-each' -l 'no-require-each' -d 'Whether each enabled class occurs at least once. (default: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" exclude x' -s 'x' -l 'exclude' -d 'Characters never to draw. (excludeChars)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" pattern' -l 'pattern' -d 'What each position holds: l lower case, u upper case, n digit, s symbol, b bracket, a any enabled character; any other stands for itself, and so does one after a backslash. (GeneratePattern, Pattern)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" characters' -l 'characters' -d 'Whether there are characters; without them a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-characters' -l 'no-characters' -d 'Whether there are characters; without them a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" w words' -s 'w' -l 'words' -d 'How many words to draw; none without this option. (IncludeWordPhrases, NumberOfWords)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-word-length' -l 'max-word-length' -d 'The longest word to draw, in characters. (default: no limit; MaxWordLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" word-placement' -l 'word-placement' -d 'Where the words stand: before, after or inside the characters. (default: prefix; PrefixAppend)' -rfka 'prefix append insert'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" separator' -l 'separator' -d 'What stands between words and beside the characters. (default: dash; SeparateWords)' -rfka 'space dash none'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" wordlist' -l 'wordlist' -d 'The list to draw words from: english-large, english-short, or a file, one word a line or diceware lines; - is standard input. (default: the bundled list with more words that are short enough)' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-entropy' -l 'min-entropy' -d 'The min-entropy to reach, in bits: the shortest length that has it under the policy, or with --no-characters the smallest number of words, is found.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" query' -l 'query' -d 'The recipe as the query string of the source API, such as \'IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5\'; no other recipe option goes with it, and no class is required.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" policy' -l 'policy' -d 'What passwords comply with: A policy: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Of two bounds, one here and one in an option, the stricter holds.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-lower' -l 'min-lower' -d 'Have at least so many lower-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-lower' -l 'max-lower' -d 'Have at most so many lower-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-upper' -l 'min-upper' -d 'Have at least so many upper-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-upper' -l 'max-upper' -d 'Have at most so many upper-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-digits' -l 'min-digits' -d 'Have at least so many digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-digits' -l 'max-digits' -d 'Have at most so many digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-symbols' -l 'min-symbols' -d 'Have at least so many symbols: what is neither a letter nor a digit, brackets too, or what --policy counts as symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-symbols' -l 'max-symbols' -d 'Have at most so many symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-letters' -l 'min-letters' -d 'Have at least so many letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-letters' -l 'max-letters' -d 'Have at most so many letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-types' -l 'min-types' -d 'Have at least so many of the four kinds: lower-case letters, upper-case letters, digits, symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-run' -l 'max-run' -d 'Have the same character at most so many times in a row.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-sequence' -l 'max-sequence' -d 'Have sequences such as abcd, 4321 or qwerty of at most so many characters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" sequences' -l 'sequences' -d 'Whether there may be sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-sequences' -l 'no-sequences' -d 'Whether there may be sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" first' -l 'first' -d 'The kind of the first character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" last' -l 'last' -d 'The kind of the last character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate"' -l 'safe' -d 'Draw what can be written unquoted into a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters leave every class, and a class without any is not drawn. Can be repeated.' -rfka 'url shell dsn xml json csv yaml dotenv systemd ini pgpass powershell cmd ldap hcl typeable'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate"' -l 'rules' -d 'The rules of a site in Apple\'s language, such as \'minlength: 8; required: lower, upper; required: digit; max-consecutive: 2\'. What they allow is drawn, all of it and nothing else, 20 characters or as near as they let it be, without a space at either end; no class is required beyond them. Can be repeated.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" compliance-retries' -l 'compliance-retries' -d 'How often a password that does not comply is drawn anew, 0 to 1,000,000; when none complies the exit status is 1. (default: 10; ComplianceRetries)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate"' -l 'context' -d 'Whose passwords they are, of which they hold no part of 3 or more characters: user=, name= (in full) or email=, each at most once.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" history' -l 'history' -d 'Record passwords in this history, made if it does not exist, and draw none that the policy calls reuse.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" history-key' -l 'history-key' -d 'The key of the history, a file that passwright history key has made.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate"' -l 'previous-history-key' -d 'A key that the history was written under before: with it, the history goes on under a new --history-key. May be repeated.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" account' -l 'account' -d 'Whose passwords they are. Under a policy they hold no part of the identifier of 3 or more characters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" accounts' -l 'accounts' -d 'A file of account identifiers, one a line, or - for standard input: one password for each, to --output, as csv or ndjson. Names and e-mail addresses may follow an identifier, with tabs between: under a policy the password holds no part of any of them. After an interruption the same command resumes where it stopped.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" l length' -s 'l' -l 'length' -d 'Length in characters, or a range of lengths of which each is equally likely; words come on top. (default: 20; minLength, maxLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" lower' -l 'lower' -d 'Whether a to z are drawn. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-lower' -l 'no-lower' -d 'Whether a to z are drawn. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" upper' -l 'upper' -d 'Whether A to Z are drawn. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-upper' -l 'no-upper' -d 'Whether A to Z are drawn. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" digits' -l 'digits' -d 'Whether 0 to 9 are drawn. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-digits' -l 'no-digits' -d 'Whether 0 to 9 are drawn. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" symbols' -l 'symbols' -d 'Whether symbols are drawn. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-symbols' -l 'no-symbols' -d 'Whether symbols are drawn. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" brackets' -l 'brackets' -d 'Whether brackets are drawn. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-brackets' -l 'no-brackets' -d 'Whether brackets are drawn. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" symbol-set' -l 'symbol-set' -d 'The symbols to draw from. (default: !#$%^&*+/=_-; specialCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" bracket-set' -l 'bracket-set' -d 'The brackets to draw from. (default: [](){}<>; bracketCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" ambiguous' -l 'ambiguous' -d 'Whether letters and digits that look alike are drawn: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-ambiguous' -l 'no-ambiguous' -d 'Whether letters and digits that look alike are drawn: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" higher-alpha-ratio' -l 'higher-alpha-ratio' -d 'Whether symbols and brackets are held down to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-higher-alpha-ratio' -l 'no-higher-alpha-ratio' -d 'Whether symbols and brackets are held down to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" require-each' -l 'require-each' -d 'Whether each enabled class occurs at least once. (default: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-require-each' -l 'no-require-each' -d 'Whether each enabled class occurs at least once. (default: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" exclude x' -s 'x' -l 'exclude' -d 'Characters never to draw. (excludeChars)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" pattern' -l 'pattern' -d 'What each position holds: l lower case, u upper case, n digit, s symbol, b bracket, a any enabled character; any other stands for itself, and so does one after a backslash. (GeneratePattern, Pattern)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" characters' -l 'characters' -d 'Whether there are characters; without them a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-characters' -l 'no-characters' -d 'Whether there are characters; without them a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" w words' -s 'w' -l 'words' -d 'How many words to draw; none without this option. (IncludeWordPhrases, NumberOfWords)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-word-length' -l 'max-word-length' -d 'The longest word to draw, in characters. (default: no limit; MaxWordLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" word-placement' -l 'word-placement' -d 'Where the words stand: before, after or inside the characters. (default: prefix; PrefixAppend)' -rfka 'prefix append insert'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" separator' -l 'separator' -d 'What stands between words and beside the characters. (default: dash; SeparateWords)' -rfka 'space dash none'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" wordlist' -l 'wordlist' -d 'The list to draw words from: english-large, english-short, or a file, one word a line or diceware lines; - is standard input. (default: the bundled list with more words that are short enough)' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-entropy' -l 'min-entropy' -d 'The min-entropy to reach, in bits: the shortest length that has it under the policy, or with --no-characters the smallest number of words, is found.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" query' -l 'query' -d 'The recipe as the query string of the source API, such as \'IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5\'; no other recipe option goes with it, and no class is required.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" policy' -l 'policy' -d 'What passwords comply with: A policy: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Of two bounds, one here and one in an option, the stricter holds.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-lower' -l 'min-lower' -d 'Have at least so many lower-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-lower' -l 'max-lower' -d 'Have at most so many lower-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-upper' -l 'min-upper' -d 'Have at least so many upper-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-upper' -l 'max-upper' -d 'Have at most so many upper-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-digits' -l 'min-digits' -d 'Have at least so many digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-digits' -l 'max-digits' -d 'Have at most so many digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-symbols' -l 'min-symbols' -d 'Have at least so many symbols: what is neither a letter nor a digit, brackets too, or what --policy counts as symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-symbols' -l 'max-symbols' -d 'Have at most so many symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-letters' -l 'min-letters' -d 'Have at least so many letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-letters' -l 'max-letters' -d 'Have at most so many letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-types' -l 'min-types' -d 'Have at least so many of the four kinds: lower-case letters, upper-case letters, digits, symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-run' -l 'max-run' -d 'Have the same character at most so many times in a row.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-sequence' -l 'max-sequence' -d 'Have sequences such as abcd, 4321 or qwerty of at most so many characters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" sequences' -l 'sequences' -d 'Whether there may be sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-sequences' -l 'no-sequences' -d 'Whether there may be sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" first' -l 'first' -d 'The kind of the first character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" last' -l 'last' -d 'The kind of the last character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy"' -l 'safe' -d 'Draw what can be written unquoted into a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters leave every class, and a class without any is not drawn. Can be repeated.' -rfka 'url shell dsn xml json csv yaml dotenv systemd ini pgpass powershell cmd ldap hcl typeable'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy"' -l 'rules' -d 'The rules of a site in Apple\'s language, such as \'minlength: 8; required: lower, upper; required: digit; max-consecutive: 2\'. What they allow is drawn, all of it and nothing else, 20 characters or as near as they let it be, without a space at either end; no class is required beyond them. Can be repeated.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" format' -l 'format' -d 'json: one object; text: for people.' -rfka 'json text'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" policy' -l 'policy' -d 'A policy: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" input' -l 'input' -d 'The file that passwords are read from; - is standard input. (default: -)' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" 0 null' -s '0' -l 'null' -d 'Whether a NUL byte ends a password and nothing else does. (default: --no-null)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" no-null' -l 'no-null' -d 'Whether a NUL byte ends a password and nothing else does. (default: --no-null)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check"' -l 'context' -d 'Whose passwords they are: user=, name= (in full) or email=, each at most once; a password that holds a part of 3 or more characters does not comply.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" format' -l 'format' -d 'text: for people; ndjson: an object a line; csv: a header and a record a line, the last column with the violations as ndjson has them.' -rfka 'text ndjson csv'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" threads' -l 'threads' -d 'Threads to check on, 1 to 256. (default: one for each processor)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" q quiet' -l 'quiet' -s 'q' -d 'Whether to write no records or totals: the exit status tells. (default: --no-quiet)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" no-quiet' -l 'no-quiet' -d 'Whether to write no records or totals: the exit status tells. (default: --no-quiet)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright explain" policy' -l 'policy' -d 'A policy: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright explain" format' -l 'format' -d 'text: a sentence a line; json: an array of code, parameters and requirement.' -rfka 'text json'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright explain" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'lint' -d 'Tell what standards advise against in a policy, and what does nothing.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'feasible' -d 'Tell whether a recipe can meet a policy, at which lengths, and with how much entropy.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'schema' -d 'Print the JSON Schema of policies (draft 2020-12).'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'presets' -d 'List the presets and the standards that they follow.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'show' -d 'Print a policy as JSON, without the keys that say nothing.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'convert' -d 'Put a policy into another format, and tell what is lost.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy lint" -eq 1' -F
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy lint" format' -l 'format' -d 'text: a warning a line; json: an array of code, path and message.' -rfka 'text json'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy lint" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy lint" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" l length' -s 'l' -l 'length' -d 'Length in characters, or a range of lengths of which each is equally likely; words come on top. (default: 20; minLength, maxLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" lower' -l 'lower' -d 'Whether a to z are drawn. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-lower' -l 'no-lower' -d 'Whether a to z are drawn. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" upper' -l 'upper' -d 'Whether A to Z are drawn. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-upper' -l 'no-upper' -d 'Whether A to Z are drawn. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" digits' -l 'digits' -d 'Whether 0 to 9 are drawn. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-digits' -l 'no-digits' -d 'Whether 0 to 9 are drawn. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" symbols' -l 'symbols' -d 'Whether symbols are drawn. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-symbols' -l 'no-symbols' -d 'Whether symbols are drawn. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" brackets' -l 'brackets' -d 'Whether brackets are drawn. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-brackets' -l 'no-brackets' -d 'Whether brackets are drawn. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" symbol-set' -l 'symbol-set' -d 'The symbols to draw from. (default: !#$%^&*+/=_-; specialCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" bracket-set' -l 'bracket-set' -d 'The brackets to draw from. (default: [](){}<>; bracketCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" ambiguous' -l 'ambiguous' -d 'Whether letters and digits that look alike are drawn: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-ambiguous' -l 'no-ambiguous' -d 'Whether letters and digits that look alike are drawn: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" higher-alpha-ratio' -l 'higher-alpha-ratio' -d 'Whether symbols and brackets are held down to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-higher-alpha-ratio' -l 'no-higher-alpha-ratio' -d 'Whether symbols and brackets are held down to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" require-each' -l 'require-each' -d 'Whether each enabled class occurs at least once. (default: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-require-each' -l 'no-require-each' -d 'Whether each enabled class occurs at least once. (default: --require-each, but not with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" exclude x' -s 'x' -l 'exclude' -d 'Characters never to draw. (excludeChars)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" pattern' -l 'pattern' -d 'What each position holds: l lower case, u upper case, n digit, s symbol, b bracket, a any enabled character; any other stands for itself, and so does one after a backslash. (GeneratePattern, Pattern)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" characters' -l 'characters' -d 'Whether there are characters; without them a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-characters' -l 'no-characters' -d 'Whether there are characters; without them a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" w words' -s 'w' -l 'words' -d 'How many words to draw; none without this option. (IncludeWordPhrases, NumberOfWords)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-word-length' -l 'max-word-length' -d 'The longest word to draw, in characters. (default: no limit; MaxWordLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" word-placement' -l 'word-placement' -d 'Where the words stand: before, after or inside the characters. (default: prefix; PrefixAppend)' -rfka 'prefix append insert'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" separator' -l 'separator' -d 'What stands between words and beside the characters. (default: dash; SeparateWords)' -rfka 'space dash none'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" wordlist' -l 'wordlist' -d 'The list to draw words from: english-large, english-short, or a file, one word a line or diceware lines; - is standard input. (default: the bundled list with more words that are short enough)' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-entropy' -l 'min-entropy' -d 'The min-entropy to reach, in bits: the shortest length that has it under the policy, or with --no-characters the smallest number of words, is found.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" query' -l 'query' -d 'The recipe as the query string of the source API, such as \'IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5\'; no other recipe option goes with it, and no class is required.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" policy' -l 'policy' -d 'What passwords comply with: A policy: a JSON file, - for standard input, or one of the presets nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Of two bounds, one here and one in an option, the stricter holds.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-lower' -l 'min-lower' -d 'Have at least so many lower-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-lower' -l 'max-lower' -d 'Have at most so many lower-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-upper' -l 'min-upper' -d 'Have at least so many upper-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-upper' -l 'max-upper' -d 'Have at most so many upper-case letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-digits' -l 'min-digits' -d 'Have at least so many digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-digits' -l 'max-digits' -d 'Have at most so many digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-symbols' -l 'min-symbols' -d 'Have at least so many symbols: what is neither a letter nor a digit, brackets too, or what --policy counts as symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-symbols' -l 'max-symbols' -d 'Have at most so many symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-letters' -l 'min-letters' -d 'Have at least so many letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-letters' -l 'max-letters' -d 'Have at most so many letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-types' -l 'min-types' -d 'Have at least so many of the four kinds: lower-case letters, upper-case letters, digits, symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-run' -l 'max-run' -d 'Have the same character at most so many times in a row.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-sequence' -l 'max-sequence' -d 'Have sequences such as abcd, 4321 or qwerty of at most so many characters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" sequences' -l 'sequences' -d 'Whether there may be sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-sequences' -l 'no-sequences' -d 'Whether there may be sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" first' -l 'first' -d 'The kind of the first character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" last' -l 'last' -d 'The kind of the last character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible"' -l 'safe' -d 'Draw what can be written unquoted into a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters leave every class, and a class without any is not drawn. Can be repeated.' -rfka 'url shell dsn xml json csv yaml dotenv systemd ini pgpass powershell cmd ldap hcl typeable'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible"' -l 'rules' -d 'The rules of a site in Apple\'s language, such as \'minlength: 8; required: lower, upper; required: digit; max-consecutive: 2\'. What they allow is drawn, all of it and nothing else, 20 characters or as near as they let it be, without a space at either end; no class is required beyond them. Can be repeated.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" format' -l 'format' -d 'text: a length a line; json: one object with feasible (true, false, or null for not known) and the lengths, or with the rules in conflict (code, parameters, requirement), the nearest length that would do and the reason.' -rfka 'text json'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy schema" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy presets" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy presets" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy show" -eq 1' -F
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy show" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" from' -l 'from' -d 'The format to read.' -rfka 'passwright apple passwordstate sailpoint entrust vault-hcl libpwquality'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" to' -l 'to' -d 'The format to write.' -rfka 'passwright apple passwordstate sailpoint entrust vault-hcl libpwquality'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" strict' -l 'strict' -d 'Whether to end with status 1 when anything is lost. (default: --no-strict)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" no-strict' -l 'no-strict' -d 'Whether to end with status 1 when anything is lost. (default: --no-strict)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy convert" -eq 1' -F
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'key' -d 'Make a new random key file.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'add' -d 'Record a password as the newest of an account.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'check' -d 'Ask whether a password is among the newest of an account.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'list' -d 'List accounts, dates and kinds of digest.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'prune' -d 'Remove the oldest values of every account.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'verify' -d 'Read a whole history and say whether it is damaged.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history key" -eq 1' -F
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history key" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history key" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" history' -l 'history' -d 'The history.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" history-key' -l 'history-key' -d 'A key file made by history key, for digests by keyed BLAKE2b. Without it they are made by Argon2id.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add"' -l 'previous-history-key' -d 'A key that the history was written under before: with it, the history goes on under a new --history-key. May be repeated.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" account' -l 'account' -d 'Whose password it is; compared byte for byte, so that case counts.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" input' -l 'input' -d 'Where the password is read from: one line, whose line end is no part of it. - is standard input, which a terminal does not show.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" history' -l 'history' -d 'The history.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" history-key' -l 'history-key' -d 'A key file made by history key, for digests by keyed BLAKE2b. Without it they are made by Argon2id.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check"' -l 'previous-history-key' -d 'A key that the history was written under before: with it, the history goes on under a new --history-key. May be repeated.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" account' -l 'account' -d 'Whose password it is; compared byte for byte, so that case counts.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" input' -l 'input' -d 'Where the password is read from: one line, whose line end is no part of it. - is standard input, which a terminal does not show.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" last' -l 'last' -d 'How many of the newest values to compare with, the current one included, 1 to 1,000. The history notes the largest number that was asked for, and pruning keeps as many.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history list" history' -l 'history' -d 'The history.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history list" format' -l 'format' -d 'text: account, date and kind with tabs between; ndjson: an object a line; csv: with a header.' -rfka 'text ndjson csv'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history list" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" history' -l 'history' -d 'The history.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" keep' -l 'keep' -d 'How many of the newest values of an account to keep.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" forget-larger-use' -l 'forget-larger-use' -d 'Whether N is the largest number in use from now on, as after a policy was relaxed. (default: --no-forget-larger-use)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" no-forget-larger-use' -l 'no-forget-larger-use' -d 'Whether N is the largest number in use from now on, as after a policy was relaxed. (default: --no-forget-larger-use)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history verify" history' -l 'history' -d 'The history.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history verify" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright help" version' -l 'version' -d 'Show the version.'

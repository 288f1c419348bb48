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
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'generate' -d 'Generate passwords.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'entropy' -d 'Report how hard the passwords of a recipe are to guess.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'check' -d 'Check passwords against a policy.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'explain' -d 'Print the rules of a policy as sentences.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'policy' -d 'Inspect policies, and convert them to other formats.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'history' -d 'Record which passwords accounts have had, and detect reuse.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" count n qty' -s 'n' -l 'count' -l 'qty' -d 'Generate this many passwords. (default: 1; Qty)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" format' -l 'format' -d 'Write text (one password per line), json (one document), ndjson (one object per line) or csv (a header and one record per line). All except text include entropyBits, minEntropyBits and isExact.' -rfka 'text json ndjson csv'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" o output' -s 'o' -l 'output' -d 'Write to a new file that only you can read (mode 0600) and that appears when it is complete; a device, a named pipe or an open stream (/dev/stdout, /dev/fd/3) is written to directly; - is standard output.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" force' -l 'force' -d 'Whether to replace the output file if it exists. (default: --no-force)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-force' -l 'no-force' -d 'Whether to replace the output file if it exists. (default: --no-force)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" newline' -l 'newline' -d 'Whether to end the password with a line feed; --no-newline is for one password as text. (default: --newline)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-newline' -l 'no-newline' -d 'Whether to end the password with a line feed; --no-newline is for one password as text. (default: --newline)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" threads' -l 'threads' -d 'Draw on this many threads, 1 to 256. (default: 1, or one per processor above 10,000 passwords)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" v verbose' -l 'verbose' -s 'v' -d 'Whether to print the recipe and its entropy on standard error. (default: --no-verbose)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-verbose' -l 'no-verbose' -d 'Whether to print the recipe and its entropy on standard error. (default: --no-verbose)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" l length' -s 'l' -l 'length' -d 'Set the length in characters, or a range whose lengths are equally likely; words are added to it. (default: 20; minLength, maxLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" lower' -l 'lower' -d 'Whether to draw a to z. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-lower' -l 'no-lower' -d 'Whether to draw a to z. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" upper' -l 'upper' -d 'Whether to draw A to Z. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-upper' -l 'no-upper' -d 'Whether to draw A to Z. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" digits' -l 'digits' -d 'Whether to draw 0 to 9. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-digits' -l 'no-digits' -d 'Whether to draw 0 to 9. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" symbols' -l 'symbols' -d 'Whether to draw symbols. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-symbols' -l 'no-symbols' -d 'Whether to draw symbols. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" brackets' -l 'brackets' -d 'Whether to draw brackets. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-brackets' -l 'no-brackets' -d 'Whether to draw brackets. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" symbol-set' -l 'symbol-set' -d 'Draw symbols from these. (default: !#$%^&*+/=_-; specialCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" bracket-set' -l 'bracket-set' -d 'Draw brackets from these. (default: [](){}<>; bracketCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" ambiguous' -l 'ambiguous' -d 'Whether to draw letters and digits that look alike: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-ambiguous' -l 'no-ambiguous' -d 'Whether to draw letters and digits that look alike: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" higher-alpha-ratio' -l 'higher-alpha-ratio' -d 'Whether to limit symbols and brackets to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-higher-alpha-ratio' -l 'no-higher-alpha-ratio' -d 'Whether to limit symbols and brackets to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" require-each' -l 'require-each' -d 'Whether to require each enabled class at least once. (default: --require-each, except with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-require-each' -l 'no-require-each' -d 'Whether to require each enabled class at least once. (default: --require-each, except with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" exclude x' -s 'x' -l 'exclude' -d 'Never draw these characters. (excludeChars)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" pattern' -l 'pattern' -d 'Draw each position by a mask: l lowercase, u uppercase, n digit, s symbol, b bracket, a any enabled character; any other character stands for itself, as does one after a backslash. (GeneratePattern, Pattern)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" characters' -l 'characters' -d 'Whether to draw characters; without them, a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-characters' -l 'no-characters' -d 'Whether to draw characters; without them, a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" w words' -s 'w' -l 'words' -d 'Draw this many words; none without this option. (IncludeWordPhrases, NumberOfWords)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-word-length' -l 'max-word-length' -d 'Draw only words of at most this many characters. (default: no limit; MaxWordLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" word-placement' -l 'word-placement' -d 'Place the words before, after or inside the characters. (default: prefix; PrefixAppend)' -rfka 'prefix append insert'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" separator' -l 'separator' -d 'Separate words, and words from characters, with this. (default: dash; SeparateWords)' -rfka 'space dash none'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" wordlist' -l 'wordlist' -d 'Draw words from this list: english-large, english-short, or a file with one word per line or in diceware format; - is standard input. (default: the bundled list with more words that are short enough)' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-entropy' -l 'min-entropy' -d 'Reach this min-entropy, in bits: find the shortest length that has it under the policy or, with --no-characters, the smallest number of words.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" query' -l 'query' -d 'Take the recipe from a query string of Passwordstate, such as \'IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5\'; no other recipe option can be used with it, and no class is required.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" policy' -l 'policy' -d 'Use this policy: a JSON file, - for standard input, or a preset: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Passwords comply with it. If a bound is set both here and by an option, the stricter one applies.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-lower' -l 'min-lower' -d 'Require N or more lowercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-lower' -l 'max-lower' -d 'Allow at most N lowercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-upper' -l 'min-upper' -d 'Require N or more uppercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-upper' -l 'max-upper' -d 'Allow at most N uppercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-digits' -l 'min-digits' -d 'Require N or more digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-digits' -l 'max-digits' -d 'Allow at most N digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-symbols' -l 'min-symbols' -d 'Require N or more symbols: characters that are neither letters nor digits, brackets included, or those that --policy counts as symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-symbols' -l 'max-symbols' -d 'Allow at most N symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-letters' -l 'min-letters' -d 'Require N or more letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-letters' -l 'max-letters' -d 'Allow at most N letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" min-types' -l 'min-types' -d 'Require N or more of the four kinds: lowercase letters, uppercase letters, digits, symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-run' -l 'max-run' -d 'Allow the same character at most N times in a row.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" max-sequence' -l 'max-sequence' -d 'Allow sequences such as abcd, 4321 or qwerty of at most N characters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" sequences' -l 'sequences' -d 'Whether to allow sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" no-sequences' -l 'no-sequences' -d 'Whether to allow sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" first' -l 'first' -d 'Begin with this kind of character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" last' -l 'last' -d 'End with this kind of character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate"' -l 'safe' -d 'Draw only what can be written unquoted in a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters are removed from every class, and a class that has none left is not drawn. Can be repeated.' -rfka 'url shell dsn xml json csv yaml dotenv systemd ini pgpass powershell cmd ldap hcl typeable'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate"' -l 'rules' -d 'Follow a site\'s rules in Apple\'s language, such as \'minlength: 8; required: lower, upper; required: digit; max-consecutive: 2\'. All characters that they allow are drawn, and no others: 20 characters, or as close to that as they permit, without a space at either end; no class is required beyond them. Can be repeated.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" compliance-retries' -l 'compliance-retries' -d 'Retry a password that does not comply up to this many times, 0 to 1,000,000; if none complies, the exit status is 1. (default: 10; ComplianceRetries)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate"' -l 'context' -d 'Name the owner: user=, name= (full name) or email=, each at most once. Passwords contain no part of 3 or more characters of these.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" history' -l 'history' -d 'Record passwords in this history, created if it does not exist, and draw none that the policy counts as reuse.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" history-key' -l 'history-key' -d 'Use this key for the history, a file created by passwright history key.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate"' -l 'previous-history-key' -d 'Also accept a key that the history was written with before, to continue the history under a new --history-key. Can be repeated.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" account' -l 'account' -d 'Name the account. Under a policy, passwords contain no part of 3 or more characters of its identifier.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" accounts' -l 'accounts' -d 'Generate one password for each account in this file of identifiers, one per line, or - for standard input. Requires --output, and csv or ndjson. Names and e-mail addresses may follow an identifier, separated by tabs: under a policy, the password contains no part of any of them. After an interruption, the same command resumes where it stopped.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright generate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" l length' -s 'l' -l 'length' -d 'Set the length in characters, or a range whose lengths are equally likely; words are added to it. (default: 20; minLength, maxLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" lower' -l 'lower' -d 'Whether to draw a to z. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-lower' -l 'no-lower' -d 'Whether to draw a to z. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" upper' -l 'upper' -d 'Whether to draw A to Z. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-upper' -l 'no-upper' -d 'Whether to draw A to Z. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" digits' -l 'digits' -d 'Whether to draw 0 to 9. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-digits' -l 'no-digits' -d 'Whether to draw 0 to 9. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" symbols' -l 'symbols' -d 'Whether to draw symbols. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-symbols' -l 'no-symbols' -d 'Whether to draw symbols. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" brackets' -l 'brackets' -d 'Whether to draw brackets. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-brackets' -l 'no-brackets' -d 'Whether to draw brackets. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" symbol-set' -l 'symbol-set' -d 'Draw symbols from these. (default: !#$%^&*+/=_-; specialCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" bracket-set' -l 'bracket-set' -d 'Draw brackets from these. (default: [](){}<>; bracketCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" ambiguous' -l 'ambiguous' -d 'Whether to draw letters and digits that look alike: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-ambiguous' -l 'no-ambiguous' -d 'Whether to draw letters and digits that look alike: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" higher-alpha-ratio' -l 'higher-alpha-ratio' -d 'Whether to limit symbols and brackets to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-higher-alpha-ratio' -l 'no-higher-alpha-ratio' -d 'Whether to limit symbols and brackets to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" require-each' -l 'require-each' -d 'Whether to require each enabled class at least once. (default: --require-each, except with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-require-each' -l 'no-require-each' -d 'Whether to require each enabled class at least once. (default: --require-each, except with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" exclude x' -s 'x' -l 'exclude' -d 'Never draw these characters. (excludeChars)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" pattern' -l 'pattern' -d 'Draw each position by a mask: l lowercase, u uppercase, n digit, s symbol, b bracket, a any enabled character; any other character stands for itself, as does one after a backslash. (GeneratePattern, Pattern)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" characters' -l 'characters' -d 'Whether to draw characters; without them, a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-characters' -l 'no-characters' -d 'Whether to draw characters; without them, a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" w words' -s 'w' -l 'words' -d 'Draw this many words; none without this option. (IncludeWordPhrases, NumberOfWords)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-word-length' -l 'max-word-length' -d 'Draw only words of at most this many characters. (default: no limit; MaxWordLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" word-placement' -l 'word-placement' -d 'Place the words before, after or inside the characters. (default: prefix; PrefixAppend)' -rfka 'prefix append insert'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" separator' -l 'separator' -d 'Separate words, and words from characters, with this. (default: dash; SeparateWords)' -rfka 'space dash none'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" wordlist' -l 'wordlist' -d 'Draw words from this list: english-large, english-short, or a file with one word per line or in diceware format; - is standard input. (default: the bundled list with more words that are short enough)' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-entropy' -l 'min-entropy' -d 'Reach this min-entropy, in bits: find the shortest length that has it under the policy or, with --no-characters, the smallest number of words.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" query' -l 'query' -d 'Take the recipe from a query string of Passwordstate, such as \'IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5\'; no other recipe option can be used with it, and no class is required.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" policy' -l 'policy' -d 'Use this policy: a JSON file, - for standard input, or a preset: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Passwords comply with it. If a bound is set both here and by an option, the stricter one applies.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-lower' -l 'min-lower' -d 'Require N or more lowercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-lower' -l 'max-lower' -d 'Allow at most N lowercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-upper' -l 'min-upper' -d 'Require N or more uppercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-upper' -l 'max-upper' -d 'Allow at most N uppercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-digits' -l 'min-digits' -d 'Require N or more digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-digits' -l 'max-digits' -d 'Allow at most N digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-symbols' -l 'min-symbols' -d 'Require N or more symbols: characters that are neither letters nor digits, brackets included, or those that --policy counts as symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-symbols' -l 'max-symbols' -d 'Allow at most N symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-letters' -l 'min-letters' -d 'Require N or more letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-letters' -l 'max-letters' -d 'Allow at most N letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" min-types' -l 'min-types' -d 'Require N or more of the four kinds: lowercase letters, uppercase letters, digits, symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-run' -l 'max-run' -d 'Allow the same character at most N times in a row.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" max-sequence' -l 'max-sequence' -d 'Allow sequences such as abcd, 4321 or qwerty of at most N characters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" sequences' -l 'sequences' -d 'Whether to allow sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" no-sequences' -l 'no-sequences' -d 'Whether to allow sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" first' -l 'first' -d 'Begin with this kind of character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" last' -l 'last' -d 'End with this kind of character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy"' -l 'safe' -d 'Draw only what can be written unquoted in a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters are removed from every class, and a class that has none left is not drawn. Can be repeated.' -rfka 'url shell dsn xml json csv yaml dotenv systemd ini pgpass powershell cmd ldap hcl typeable'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy"' -l 'rules' -d 'Follow a site\'s rules in Apple\'s language, such as \'minlength: 8; required: lower, upper; required: digit; max-consecutive: 2\'. All characters that they allow are drawn, and no others: 20 characters, or as close to that as they permit, without a space at either end; no class is required beyond them. Can be repeated.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" format' -l 'format' -d 'Write json (one object) or text (for people).' -rfka 'json text'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright entropy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" policy' -l 'policy' -d 'Use this policy: a JSON file, - for standard input, or a preset: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" input' -l 'input' -d 'Read passwords from this file; - is standard input. (default: -)' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" 0 null' -s '0' -l 'null' -d 'Whether to end each password at a NUL byte and nowhere else. (default: --no-null)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" no-null' -l 'no-null' -d 'Whether to end each password at a NUL byte and nowhere else. (default: --no-null)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check"' -l 'context' -d 'Name the owner of the passwords: user=, name= (full name) or email=, each at most once. A password that contains a part of 3 or more characters does not comply.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" format' -l 'format' -d 'Write text (for people), ndjson (one object per line) or csv (a header and one record per line, whose last column has the violations as in ndjson).' -rfka 'text ndjson csv'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" threads' -l 'threads' -d 'Check on this many threads, 1 to 256. (default: one per processor)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" q quiet' -l 'quiet' -s 'q' -d 'Whether to print no records or totals; the exit status is the answer. (default: --no-quiet)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" no-quiet' -l 'no-quiet' -d 'Whether to print no records or totals; the exit status is the answer. (default: --no-quiet)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright explain" policy' -l 'policy' -d 'Use this policy: a JSON file, - for standard input, or a preset: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright explain" format' -l 'format' -d 'Write text (one sentence per line) or json (an array of code, parameters, requirement).' -rfka 'text json'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright explain" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'lint' -d 'Report what standards advise against in a policy, and what has no effect.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'feasible' -d 'Report whether a recipe can meet a policy, at which lengths, and with how much entropy.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'schema' -d 'Print the JSON Schema of policies (draft 2020-12).'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'presets' -d 'List the presets and the standards that they follow.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'show' -d 'Print a policy as JSON, without the keys that are not set.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy" -eq 1' -fa 'convert' -d 'Convert a policy to another format, and report what is lost.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy lint" -eq 1' -F
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy lint" format' -l 'format' -d 'Write text (one warning per line) or json (an array of code, path, message).' -rfka 'text json'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy lint" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy lint" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" l length' -s 'l' -l 'length' -d 'Set the length in characters, or a range whose lengths are equally likely; words are added to it. (default: 20; minLength, maxLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" lower' -l 'lower' -d 'Whether to draw a to z. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-lower' -l 'no-lower' -d 'Whether to draw a to z. (default: --lower; lowerCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" upper' -l 'upper' -d 'Whether to draw A to Z. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-upper' -l 'no-upper' -d 'Whether to draw A to Z. (default: --upper; upperCaseChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" digits' -l 'digits' -d 'Whether to draw 0 to 9. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-digits' -l 'no-digits' -d 'Whether to draw 0 to 9. (default: --digits; numericChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" symbols' -l 'symbols' -d 'Whether to draw symbols. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-symbols' -l 'no-symbols' -d 'Whether to draw symbols. (default: --symbols; specialChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" brackets' -l 'brackets' -d 'Whether to draw brackets. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-brackets' -l 'no-brackets' -d 'Whether to draw brackets. (default: --no-brackets; bracketChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" symbol-set' -l 'symbol-set' -d 'Draw symbols from these. (default: !#$%^&*+/=_-; specialCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" bracket-set' -l 'bracket-set' -d 'Draw brackets from these. (default: [](){}<>; bracketCharsText)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" ambiguous' -l 'ambiguous' -d 'Whether to draw letters and digits that look alike: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-ambiguous' -l 'no-ambiguous' -d 'Whether to draw letters and digits that look alike: I l 1 O 0. (default: --ambiguous; ambiguousChars)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" higher-alpha-ratio' -l 'higher-alpha-ratio' -d 'Whether to limit symbols and brackets to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-higher-alpha-ratio' -l 'no-higher-alpha-ratio' -d 'Whether to limit symbols and brackets to one position in seven on average. (default: --no-higher-alpha-ratio; higherAlphaRatio)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" require-each' -l 'require-each' -d 'Whether to require each enabled class at least once. (default: --require-each, except with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-require-each' -l 'no-require-each' -d 'Whether to require each enabled class at least once. (default: --require-each, except with --pattern, --rules or a policy that lists what is allowed)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" exclude x' -s 'x' -l 'exclude' -d 'Never draw these characters. (excludeChars)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" pattern' -l 'pattern' -d 'Draw each position by a mask: l lowercase, u uppercase, n digit, s symbol, b bracket, a any enabled character; any other character stands for itself, as does one after a backslash. (GeneratePattern, Pattern)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" characters' -l 'characters' -d 'Whether to draw characters; without them, a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-characters' -l 'no-characters' -d 'Whether to draw characters; without them, a password is words alone. (default: --characters; IncludeAlphaSpecial)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" w words' -s 'w' -l 'words' -d 'Draw this many words; none without this option. (IncludeWordPhrases, NumberOfWords)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-word-length' -l 'max-word-length' -d 'Draw only words of at most this many characters. (default: no limit; MaxWordLength)' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" word-placement' -l 'word-placement' -d 'Place the words before, after or inside the characters. (default: prefix; PrefixAppend)' -rfka 'prefix append insert'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" separator' -l 'separator' -d 'Separate words, and words from characters, with this. (default: dash; SeparateWords)' -rfka 'space dash none'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" wordlist' -l 'wordlist' -d 'Draw words from this list: english-large, english-short, or a file with one word per line or in diceware format; - is standard input. (default: the bundled list with more words that are short enough)' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-entropy' -l 'min-entropy' -d 'Reach this min-entropy, in bits: find the shortest length that has it under the policy or, with --no-characters, the smallest number of words.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" query' -l 'query' -d 'Take the recipe from a query string of Passwordstate, such as \'IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5\'; no other recipe option can be used with it, and no class is required.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" policy' -l 'policy' -d 'Use this policy: a JSON file, - for standard input, or a preset: nist-800-63b-4, owasp-asvs-5, active-directory, pci-dss-4. Passwords comply with it. If a bound is set both here and by an option, the stricter one applies.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-lower' -l 'min-lower' -d 'Require N or more lowercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-lower' -l 'max-lower' -d 'Allow at most N lowercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-upper' -l 'min-upper' -d 'Require N or more uppercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-upper' -l 'max-upper' -d 'Allow at most N uppercase letters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-digits' -l 'min-digits' -d 'Require N or more digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-digits' -l 'max-digits' -d 'Allow at most N digits.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-symbols' -l 'min-symbols' -d 'Require N or more symbols: characters that are neither letters nor digits, brackets included, or those that --policy counts as symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-symbols' -l 'max-symbols' -d 'Allow at most N symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-letters' -l 'min-letters' -d 'Require N or more letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-letters' -l 'max-letters' -d 'Allow at most N letters of either case.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" min-types' -l 'min-types' -d 'Require N or more of the four kinds: lowercase letters, uppercase letters, digits, symbols.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-run' -l 'max-run' -d 'Allow the same character at most N times in a row.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" max-sequence' -l 'max-sequence' -d 'Allow sequences such as abcd, 4321 or qwerty of at most N characters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" sequences' -l 'sequences' -d 'Whether to allow sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" no-sequences' -l 'no-sequences' -d 'Whether to allow sequences; --no-sequences is --max-sequence 2. (default: --sequences)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" first' -l 'first' -d 'Begin with this kind of character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" last' -l 'last' -d 'End with this kind of character.' -rfka 'lower upper digits symbols letters'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible"' -l 'safe' -d 'Draw only what can be written unquoted in a place, such as a URL, a shell command or a line of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters are removed from every class, and a class that has none left is not drawn. Can be repeated.' -rfka 'url shell dsn xml json csv yaml dotenv systemd ini pgpass powershell cmd ldap hcl typeable'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible"' -l 'rules' -d 'Follow a site\'s rules in Apple\'s language, such as \'minlength: 8; required: lower, upper; required: digit; max-consecutive: 2\'. All characters that they allow are drawn, and no others: 20 characters, or as close to that as they permit, without a space at either end; no class is required beyond them. Can be repeated.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" format' -l 'format' -d 'Write text (one length per line) or json: one object with feasible (true, false, or null for not known) and the lengths, or with the rules in conflict (code, parameters, requirement), the nearest length that would do and the reason.' -rfka 'text json'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy feasible" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy schema" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy presets" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy presets" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy show" -eq 1' -F
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy show" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" from' -l 'from' -d 'Read this format.' -rfka 'passwright apple passwordstate sailpoint entrust vault-hcl libpwquality'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" to' -l 'to' -d 'Write this format.' -rfka 'passwright apple passwordstate sailpoint entrust vault-hcl libpwquality'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" strict' -l 'strict' -d 'Whether to exit with status 1 if anything is lost. (default: --no-strict)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" no-strict' -l 'no-strict' -d 'Whether to exit with status 1 if anything is lost. (default: --no-strict)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright policy convert" -eq 1' -F
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright policy convert" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'key' -d 'Create a new random key file.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'add' -d 'Record a password as the newest of an account.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'check' -d 'Check whether a password is among the newest of an account.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'list' -d 'List accounts, dates and kinds of digest.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'prune' -d 'Remove the oldest values of every account.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history" -eq 1' -fa 'verify' -d 'Read a whole history and report whether it is damaged.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_positional "passwright history key" -eq 1' -F
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history key" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history key" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" history' -l 'history' -d 'Use this history file.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" history-key' -l 'history-key' -d 'Make keyed BLAKE2b digests with this key file, created by history key. Without it, digests are made with Argon2id.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add"' -l 'previous-history-key' -d 'Also accept a key that the history was written with before, to continue the history under a new --history-key. Can be repeated.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" account' -l 'account' -d 'Name the account; names are compared byte for byte, so case matters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" input' -l 'input' -d 'Read the password from this file: one line, without its line ending. - is standard input; a terminal does not show what is typed.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" history' -l 'history' -d 'Use this history file.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" history-key' -l 'history-key' -d 'Make keyed BLAKE2b digests with this key file, created by history key. Without it, digests are made with Argon2id.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check"' -l 'previous-history-key' -d 'Also accept a key that the history was written with before, to continue the history under a new --history-key. Can be repeated.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" account' -l 'account' -d 'Name the account; names are compared byte for byte, so case matters.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" input' -l 'input' -d 'Read the password from this file: one line, without its line ending. - is standard input; a terminal does not show what is typed.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" last' -l 'last' -d 'Compare with this many of the newest values, the current one included, 1 to 1,000. The history notes the largest number that was used, and pruning keeps that many.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history list" history' -l 'history' -d 'Use this history file.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history list" format' -l 'format' -d 'Write text (account, date, kind; tabs between), ndjson (one object per line) or csv.' -rfka 'text ndjson csv'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history list" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" history' -l 'history' -d 'Use this history file.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" keep' -l 'keep' -d 'Keep this many of the newest values of each account.' -rfka ''
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" forget-larger-use' -l 'forget-larger-use' -d 'Whether to forget any larger number in use, for example after relaxing a policy: N is the largest from now on. (default: --no-forget-larger-use)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" no-forget-larger-use' -l 'no-forget-larger-use' -d 'Whether to forget any larger number in use, for example after relaxing a policy: N is the largest from now on. (default: --no-forget-larger-use)'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history prune" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history verify" history' -l 'history' -d 'Use this history file.' -rF
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history verify" version' -l 'version' -d 'Show the version.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright history verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'passwright' -n '__passwright_should_offer_completions_for_flags_or_options "passwright help" version' -l 'version' -d 'Show the version.'

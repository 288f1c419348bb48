#!/bin/bash

__passwright_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__passwright_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__passwright_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__passwright_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_passwright() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __passwright_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    generate|entropy|check|explain|policy|history|help)
        # Offer subcommand argument completions
        "_passwright_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'generate entropy check explain policy history help' -- "${cur}"))
        ;;
    esac
}

_passwright_generate() {
    repeating_flags=()
    non_repeating_flags=(--force --no-force --newline --no-newline --verbose -v --no-verbose --lower --no-lower --upper --no-upper --digits --no-digits --symbols --no-symbols --brackets --no-brackets --ambiguous --no-ambiguous --higher-alpha-ratio --no-higher-alpha-ratio --require-each --no-require-each --characters --no-characters --sequences --no-sequences --version -h --help)
    repeating_options=(--safe --rules --context --previous-history-key)
    non_repeating_options=(-n --count --qty --format -o --output --threads -l --length --symbol-set --bracket-set -x --exclude --pattern -w --words --max-word-length --word-placement --separator --wordlist --min-entropy --query --policy --min-lower --max-lower --min-upper --max-upper --min-digits --max-digits --min-symbols --max-symbols --min-letters --max-letters --min-types --max-run --max-sequence --first --last --compliance-retries --history --history-key --account --accounts)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-n'|'--count'|'--qty')
        return
        ;;
    '--format')
        __passwright_add_completions -W 'text'$'\n''json'$'\n''ndjson'$'\n''csv'
        return
        ;;
    '-o'|'--output')
        __passwright_add_completions -f
        return
        ;;
    '--threads')
        return
        ;;
    '-l'|'--length')
        return
        ;;
    '--symbol-set')
        return
        ;;
    '--bracket-set')
        return
        ;;
    '-x'|'--exclude')
        return
        ;;
    '--pattern')
        return
        ;;
    '-w'|'--words')
        return
        ;;
    '--max-word-length')
        return
        ;;
    '--word-placement')
        __passwright_add_completions -W 'prefix'$'\n''append'$'\n''insert'
        return
        ;;
    '--separator')
        __passwright_add_completions -W 'space'$'\n''dash'$'\n''none'
        return
        ;;
    '--wordlist')
        __passwright_add_completions -f
        return
        ;;
    '--min-entropy')
        return
        ;;
    '--query')
        return
        ;;
    '--policy')
        __passwright_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--min-lower')
        return
        ;;
    '--max-lower')
        return
        ;;
    '--min-upper')
        return
        ;;
    '--max-upper')
        return
        ;;
    '--min-digits')
        return
        ;;
    '--max-digits')
        return
        ;;
    '--min-symbols')
        return
        ;;
    '--max-symbols')
        return
        ;;
    '--min-letters')
        return
        ;;
    '--max-letters')
        return
        ;;
    '--min-types')
        return
        ;;
    '--max-run')
        return
        ;;
    '--max-sequence')
        return
        ;;
    '--first')
        __passwright_add_completions -W 'lower'$'\n''upper'$'\n''digits'$'\n''symbols'$'\n''letters'
        return
        ;;
    '--last')
        __passwright_add_completions -W 'lower'$'\n''upper'$'\n''digits'$'\n''symbols'$'\n''letters'
        return
        ;;
    '--safe')
        __passwright_add_completions -W 'url'$'\n''shell'$'\n''dsn'$'\n''xml'$'\n''json'$'\n''csv'$'\n''yaml'$'\n''dotenv'$'\n''systemd'$'\n''ini'$'\n''pgpass'$'\n''powershell'$'\n''cmd'$'\n''ldap'$'\n''hcl'$'\n''typeable'
        return
        ;;
    '--rules')
        return
        ;;
    '--compliance-retries')
        return
        ;;
    '--context')
        return
        ;;
    '--history')
        __passwright_add_completions -f
        return
        ;;
    '--history-key')
        __passwright_add_completions -f
        return
        ;;
    '--previous-history-key')
        __passwright_add_completions -f
        return
        ;;
    '--account')
        return
        ;;
    '--accounts')
        __passwright_add_completions -f
        return
        ;;
    esac
}

_passwright_entropy() {
    repeating_flags=()
    non_repeating_flags=(--lower --no-lower --upper --no-upper --digits --no-digits --symbols --no-symbols --brackets --no-brackets --ambiguous --no-ambiguous --higher-alpha-ratio --no-higher-alpha-ratio --require-each --no-require-each --characters --no-characters --sequences --no-sequences --version -h --help)
    repeating_options=(--safe --rules)
    non_repeating_options=(-l --length --symbol-set --bracket-set -x --exclude --pattern -w --words --max-word-length --word-placement --separator --wordlist --min-entropy --query --policy --min-lower --max-lower --min-upper --max-upper --min-digits --max-digits --min-symbols --max-symbols --min-letters --max-letters --min-types --max-run --max-sequence --first --last --format)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-l'|'--length')
        return
        ;;
    '--symbol-set')
        return
        ;;
    '--bracket-set')
        return
        ;;
    '-x'|'--exclude')
        return
        ;;
    '--pattern')
        return
        ;;
    '-w'|'--words')
        return
        ;;
    '--max-word-length')
        return
        ;;
    '--word-placement')
        __passwright_add_completions -W 'prefix'$'\n''append'$'\n''insert'
        return
        ;;
    '--separator')
        __passwright_add_completions -W 'space'$'\n''dash'$'\n''none'
        return
        ;;
    '--wordlist')
        __passwright_add_completions -f
        return
        ;;
    '--min-entropy')
        return
        ;;
    '--query')
        return
        ;;
    '--policy')
        __passwright_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--min-lower')
        return
        ;;
    '--max-lower')
        return
        ;;
    '--min-upper')
        return
        ;;
    '--max-upper')
        return
        ;;
    '--min-digits')
        return
        ;;
    '--max-digits')
        return
        ;;
    '--min-symbols')
        return
        ;;
    '--max-symbols')
        return
        ;;
    '--min-letters')
        return
        ;;
    '--max-letters')
        return
        ;;
    '--min-types')
        return
        ;;
    '--max-run')
        return
        ;;
    '--max-sequence')
        return
        ;;
    '--first')
        __passwright_add_completions -W 'lower'$'\n''upper'$'\n''digits'$'\n''symbols'$'\n''letters'
        return
        ;;
    '--last')
        __passwright_add_completions -W 'lower'$'\n''upper'$'\n''digits'$'\n''symbols'$'\n''letters'
        return
        ;;
    '--safe')
        __passwright_add_completions -W 'url'$'\n''shell'$'\n''dsn'$'\n''xml'$'\n''json'$'\n''csv'$'\n''yaml'$'\n''dotenv'$'\n''systemd'$'\n''ini'$'\n''pgpass'$'\n''powershell'$'\n''cmd'$'\n''ldap'$'\n''hcl'$'\n''typeable'
        return
        ;;
    '--rules')
        return
        ;;
    '--format')
        __passwright_add_completions -W 'json'$'\n''text'
        return
        ;;
    esac
}

_passwright_check() {
    repeating_flags=()
    non_repeating_flags=(-0 --null --no-null --quiet -q --no-quiet --version -h --help)
    repeating_options=(--context)
    non_repeating_options=(--policy --input --format --threads)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--policy')
        __passwright_add_completions -f
        return
        ;;
    '--input')
        __passwright_add_completions -f
        return
        ;;
    '--context')
        return
        ;;
    '--format')
        __passwright_add_completions -W 'text'$'\n''ndjson'$'\n''csv'
        return
        ;;
    '--threads')
        return
        ;;
    esac
}

_passwright_explain() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--policy --format)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--policy')
        __passwright_add_completions -f
        return
        ;;
    '--format')
        __passwright_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_passwright_policy() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __passwright_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    lint|feasible|schema|presets|show|convert)
        # Offer subcommand argument completions
        "_passwright_policy_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'lint feasible schema presets show convert' -- "${cur}"))
        ;;
    esac
}

_passwright_policy_lint() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--format)
    __passwright_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--format')
        __passwright_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __passwright_add_completions -f
        return
        ;;
    esac
}

_passwright_policy_feasible() {
    repeating_flags=()
    non_repeating_flags=(--lower --no-lower --upper --no-upper --digits --no-digits --symbols --no-symbols --brackets --no-brackets --ambiguous --no-ambiguous --higher-alpha-ratio --no-higher-alpha-ratio --require-each --no-require-each --characters --no-characters --sequences --no-sequences --version -h --help)
    repeating_options=(--safe --rules)
    non_repeating_options=(-l --length --symbol-set --bracket-set -x --exclude --pattern -w --words --max-word-length --word-placement --separator --wordlist --min-entropy --query --policy --min-lower --max-lower --min-upper --max-upper --min-digits --max-digits --min-symbols --max-symbols --min-letters --max-letters --min-types --max-run --max-sequence --first --last --format)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-l'|'--length')
        return
        ;;
    '--symbol-set')
        return
        ;;
    '--bracket-set')
        return
        ;;
    '-x'|'--exclude')
        return
        ;;
    '--pattern')
        return
        ;;
    '-w'|'--words')
        return
        ;;
    '--max-word-length')
        return
        ;;
    '--word-placement')
        __passwright_add_completions -W 'prefix'$'\n''append'$'\n''insert'
        return
        ;;
    '--separator')
        __passwright_add_completions -W 'space'$'\n''dash'$'\n''none'
        return
        ;;
    '--wordlist')
        __passwright_add_completions -f
        return
        ;;
    '--min-entropy')
        return
        ;;
    '--query')
        return
        ;;
    '--policy')
        __passwright_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--min-lower')
        return
        ;;
    '--max-lower')
        return
        ;;
    '--min-upper')
        return
        ;;
    '--max-upper')
        return
        ;;
    '--min-digits')
        return
        ;;
    '--max-digits')
        return
        ;;
    '--min-symbols')
        return
        ;;
    '--max-symbols')
        return
        ;;
    '--min-letters')
        return
        ;;
    '--max-letters')
        return
        ;;
    '--min-types')
        return
        ;;
    '--max-run')
        return
        ;;
    '--max-sequence')
        return
        ;;
    '--first')
        __passwright_add_completions -W 'lower'$'\n''upper'$'\n''digits'$'\n''symbols'$'\n''letters'
        return
        ;;
    '--last')
        __passwright_add_completions -W 'lower'$'\n''upper'$'\n''digits'$'\n''symbols'$'\n''letters'
        return
        ;;
    '--safe')
        __passwright_add_completions -W 'url'$'\n''shell'$'\n''dsn'$'\n''xml'$'\n''json'$'\n''csv'$'\n''yaml'$'\n''dotenv'$'\n''systemd'$'\n''ini'$'\n''pgpass'$'\n''powershell'$'\n''cmd'$'\n''ldap'$'\n''hcl'$'\n''typeable'
        return
        ;;
    '--rules')
        return
        ;;
    '--format')
        __passwright_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_passwright_policy_schema() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __passwright_offer_flags_options 0
}

_passwright_policy_presets() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __passwright_offer_flags_options 0
}

_passwright_policy_show() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __passwright_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __passwright_add_completions -f
        return
        ;;
    esac
}

_passwright_policy_convert() {
    repeating_flags=()
    non_repeating_flags=(--strict --no-strict --version -h --help)
    repeating_options=()
    non_repeating_options=(--from --to)
    __passwright_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--from')
        __passwright_add_completions -W 'passwright'$'\n''apple'$'\n''passwordstate'$'\n''sailpoint'$'\n''entrust'$'\n''vault-hcl'$'\n''libpwquality'
        return
        ;;
    '--to')
        __passwright_add_completions -W 'passwright'$'\n''apple'$'\n''passwordstate'$'\n''sailpoint'$'\n''entrust'$'\n''vault-hcl'$'\n''libpwquality'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __passwright_add_completions -f
        return
        ;;
    esac
}

_passwright_history() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __passwright_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    key|add|check|list|prune|verify)
        # Offer subcommand argument completions
        "_passwright_history_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'key add check list prune verify' -- "${cur}"))
        ;;
    esac
}

_passwright_history_key() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __passwright_offer_flags_options 1

    # Offer positional completions
    case "${positional_number}" in
    1)
        __passwright_add_completions -f
        return
        ;;
    esac
}

_passwright_history_add() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--previous-history-key)
    non_repeating_options=(--history --history-key --account --input)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--history')
        __passwright_add_completions -f
        return
        ;;
    '--history-key')
        __passwright_add_completions -f
        return
        ;;
    '--previous-history-key')
        __passwright_add_completions -f
        return
        ;;
    '--account')
        return
        ;;
    '--input')
        __passwright_add_completions -f
        return
        ;;
    esac
}

_passwright_history_check() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--previous-history-key)
    non_repeating_options=(--history --history-key --account --input --last)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--history')
        __passwright_add_completions -f
        return
        ;;
    '--history-key')
        __passwright_add_completions -f
        return
        ;;
    '--previous-history-key')
        __passwright_add_completions -f
        return
        ;;
    '--account')
        return
        ;;
    '--input')
        __passwright_add_completions -f
        return
        ;;
    '--last')
        return
        ;;
    esac
}

_passwright_history_list() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--history --format)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--history')
        __passwright_add_completions -f
        return
        ;;
    '--format')
        __passwright_add_completions -W 'text'$'\n''ndjson'$'\n''csv'
        return
        ;;
    esac
}

_passwright_history_prune() {
    repeating_flags=()
    non_repeating_flags=(--forget-larger-use --no-forget-larger-use --version -h --help)
    repeating_options=()
    non_repeating_options=(--history --keep)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--history')
        __passwright_add_completions -f
        return
        ;;
    '--keep')
        return
        ;;
    esac
}

_passwright_history_verify() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--history)
    __passwright_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--history')
        __passwright_add_completions -f
        return
        ;;
    esac
}

_passwright_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __passwright_offer_flags_options -1
}

complete -o filenames -F _passwright passwright

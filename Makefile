# Each target installs the system packages that are missing and then runs the ordinary SwiftPM
# command. Nothing here is needed by those who call SwiftPM themselves.

ARGS ?=
PORT ?= 8080
SECONDS ?= 60
PREFIX ?= /usr/local
# A static standard library halves the start-up time and leaves nothing to find at run time.
RELEASE = -c release --product passwright $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
# Not every shell expands the ~ of PREFIX=~/.local.
override PREFIX := $(patsubst ~/%,$(HOME)/%,$(PREFIX))
MODULES = TextTools SecretMemory Randomness CharacterSets Wordlists Patterns PasswordPolicy PolicyFormats SQLite \
  PasswordHistory PasswordHistorySQLite PasswordGeneration Passwordstate CompliantDrawing PasswordCompliance \
  PasswordMinting Passwright

# What tests run beside the tool: the shells and checkers of others, a compiler and what runs as
# another user. Tests whose program is missing are skipped, and say so.
TEST_PACKAGES = zsh fish dash libpwquality-tools passwdqc cracklib-runtime util-linux python3 python3-pip \
  python3-yaml python3-dotenv python3-pyhcl python3-ldap3 python3-jsonschema libpq5 gdb systemd openssl
ifneq ($(shell uname),Linux)
TEST_PACKAGES = zsh fish dash
endif

.PHONY: run test test-long test-dependencies serve bench-server schemathesis bench bench-quick bench-peers profile figures bench-check fuzz lint format docs install uninstall manual dependencies help

help: ## Show the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST)

run: dependencies ## Build and run the tool: make run ARGS="generate -n 5"
	@swift build $(RELEASE) >&2
	@"$$(swift build -c release --show-bin-path)/passwright" $(if $(ARGS),$(ARGS),generate -n 5)

test: dependencies ## Build and run all tests
	swift test
	swift test --package-path Server

test-long: dependencies ## Build and run all tests, with every case of the longest ones
	PASSWRIGHT_TEST_LONG=1 swift test
	PASSWRIGHT_TEST_LONG=1 swift test --package-path Server
	swift test --package-path Server -c release --filter MemoryTests

test-dependencies: ## Install the programs that tests run, so that none is skipped
	@./scripts/install-dependencies $(TEST_PACKAGES)
	@python3 -c 'import hcl2' 2>/dev/null || python3 -m pip install --quiet --disable-pip-version-check python-hcl2 || \
	  python3 -m pip install --quiet --break-system-packages python-hcl2

serve: dependencies ## Build and run the service on loopback with a sample document: make serve PORT=8080
	@Server/Scripts/serve $(PORT)

bench-server: dependencies ## Measure the service, each figure with a baseline from the same run
	@scripts/install-dependencies wrk
	@Server/Scripts/bench $(ARGS)

schemathesis: dependencies ## Send the service what its OpenAPI description allows, and what it does not; minutes
	@scripts/install-dependencies python3-venv
	@Server/Scripts/schemathesis $(ARGS)

bench: dependencies ## Run the benchmark suites: make bench ARGS="--filter .*bulk.*"
	@cd Benchmarks && swift package --disable-sandbox benchmark $(ARGS)

bench-quick: dependencies ## Measure every row of the speed budget in under two minutes, once built
	@swift build $(RELEASE) >&2
	@swift build --package-path Benchmarks -c release --product BenchQuick >&2
	@scripts/bench-quick $(ARGS)

bench-peers: dependencies ## Compare other generators with the tool: table and chart in Benchmarks/Peers
	@swift build $(RELEASE) >&2
	@scripts/bench-peers $(ARGS)

profile: dependencies ## Show where each nanosecond of a bulk run and of a cold start goes; needs perf
	@swift build $(RELEASE) >&2
	@scripts/profile-bulk
	@echo
	@scripts/profile-start

figures: dependencies ## Measure all published figures and write them into the documentation; takes minutes on a quiet machine
	@swift build $(RELEASE) >&2
	@swift build --package-path Benchmarks -c release >&2
	@scripts/figures $(ARGS)

bench-check: dependencies ## Run each benchmark once, and fail if one allocates more than it may
	@cd Benchmarks && BENCHMARK_CHECK=1 swift package --disable-sandbox benchmark --no-progress

fuzz: dependencies ## Fuzz the policy decoder, the pattern loader and the checker: make fuzz SECONDS=600
	@scripts/fuzz $(SECONDS)

lint: ## Check the formatting
	swift format lint --strict --recursive Package.swift Sources Tests Snippets Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks Fuzz/Package.swift Fuzz/Sources Server/Package.swift Server/Sources Server/Tests Server/Benchmarks

format: ## Format in place
	swift format format --in-place --recursive Package.swift Sources Tests Snippets Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks Fuzz/Package.swift Fuzz/Sources Server/Package.swift Server/Sources Server/Tests Server/Benchmarks

manual: dependencies ## Regenerate the man page and the completions
	swift build --product passwright
	swift build --package-path Server --product generate-manual
	folder=$$(mktemp -d) && \
	  "$$(swift build --package-path Server --show-bin-path)/generate-manual" \
	    "$$(swift build --show-bin-path)/passwright" --output-directory "$$folder" \
	    --date $$(date +%F) --authors "the Passwright contributors" && \
	  awk -f scripts/manual.awk "$$folder/passwright.1" >man/passwright.1; \
	  status=$$?; rm -r "$$folder"; exit $$status
	for shell in bash zsh fish; do \
	  "$$(swift build --show-bin-path)/passwright" --generate-completion-script $$shell \
	    >completions/passwright.$$shell || exit 1; \
	done

docs: dependencies ## Build the documentation, with warnings as errors
	for module in $(MODULES); do \
	  swift package generate-documentation --target $$module --warnings-as-errors || exit 1; \
	done

install: dependencies ## Install the tool, its man page and completions: make install PREFIX=~/.local
	swift build $(RELEASE)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -s -m 755 "$$(swift build -c release --show-bin-path)/passwright" "$(DESTDIR)$(PREFIX)/bin/passwright"
	install -m 644 man/passwright.1 "$(DESTDIR)$(PREFIX)/share/man/man1/passwright.1"
	install -m 644 completions/passwright.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/passwright"
	install -m 644 completions/passwright.zsh "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_passwright"
	install -m 644 completions/passwright.fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/passwright.fish"

uninstall: ## Remove what install has installed
	rm -f "$(DESTDIR)$(PREFIX)/bin/passwright" "$(DESTDIR)$(PREFIX)/share/man/man1/passwright.1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/passwright" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_passwright" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/passwright.fish"

dependencies: ## Install the system packages that are missing
	@./scripts/install-dependencies

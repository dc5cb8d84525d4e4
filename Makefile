# make run      set up what is missing, build a release binary, serve
# make test     set up what is missing, check layout and formatting, run every test
# make bench    every figure of Benchmarks/, beside peers and floors; make nights those of nightly runs
# make bench-check  instructions of hot paths against their budgets
# make kills    the test of killed nights, twenty times over
# make eval     hold golden conversations with a real server and judge each answer
# make chaos    end processes under load and judge what is left; SEED=N repeats faults, SECONDS=300, FAULTS=kill,term,…
# make autobahn every case of the Autobahn test suite against the WebSocket codec, straight and through nginx
# make fuzz     let libFuzzer attack what reads strangers' bytes; SECONDS=60 a target, TARGETS="frames jwt …"
# make sanitize the tests under ThreadSanitizer and AddressSanitizer; TARGETS="ServerTests …", SANITIZERS=thread
# make lint     formatting only

SHELL := /bin/bash
.PHONY: run test bench bench-check setup-bench micro nights kills eval chaos chaos-short autobahn fuzz sanitize lint setup-run setup-test clean

export SWIFT_BACKTRACE = enable=no

run: setup-run
	swift build -c release --product reho
	@.build/release/reho serve

test: setup-test lint
	swift build --build-tests
	.tools/peers/bin/python -m unittest discover -q -s Evals
	.tools/peers/bin/python -m unittest discover -q -s Chaos
	.tools/peers/bin/python Chaos/run.py --short --seed 1 .build/debug/reho
	python3 Tests/Autobahn/run.py .build/debug/ws-echo --cases '1.*,2.*,3.*,4.*,5.*,6.*,7.*,10.*'
	scripts/test

bench: setup-test setup-bench micro
	swift build -c release --product reho
	Benchmarks/run

bench-check: setup-run setup-bench micro
	python3 Benchmarks/budgets.py .build/release/micro

# In the product's own build folder, whose modules it shares.
micro:
	swift build -c release --package-path Benchmarks --scratch-path .build --product micro

nights: setup-test
	swift build -c release --product reho
	.tools/peers/bin/python Benchmarks/night.py .build/release/reho

kills: setup-test
	swift build --build-tests
	REHO_KILLS=20 scripts/test KillTests

eval: setup-test
	swift build -c release --product reho
	.tools/peers/bin/python -m unittest discover -q -s Evals
	.tools/peers/bin/python Evals/run.py

chaos: setup-test
	swift build -c release --product reho
	.tools/peers/bin/python -m unittest discover -q -s Chaos
	.tools/peers/bin/python Chaos/run.py --seconds $(or $(SECONDS),300) $(SEED:%=--seed %) $(FAULTS:%=--faults %) \
		.build/release/reho

chaos-short:
	.tools/peers/bin/python -m unittest discover -q -s Chaos
	.tools/peers/bin/python Chaos/run.py --short $(SEED:%=--seed %) $(FAULTS:%=--faults %) .build/debug/reho

autobahn: setup-test
	swift build -c release --product ws-echo
	python3 Tests/Autobahn/run.py .build/release/ws-echo
	python3 Tests/Autobahn/run.py .build/release/ws-echo --nginx

fuzz: setup-test
	SECONDS_EACH=$(or $(SECONDS),60) Fuzz/run $(TARGETS)

sanitize: setup-test
	SANITIZERS="$(SANITIZERS)" scripts/sanitize $(TARGETS)

lint:
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Fuzz Package.swift

setup-run:
	@scripts/setup run

setup-test:
	@scripts/setup test

setup-bench:
	@scripts/setup-benchmark-peers

clean:
	rm -rf .build .build-* .tools

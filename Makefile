# make run      set up what is missing, build a release binary, serve
# make test     set up what is missing, check layout and formatting, run every test
# make bench    print the figures of Benchmarks/
# make lint     formatting only

SHELL := /bin/bash
.PHONY: run test bench lint setup-run setup-test clean

export SWIFT_BACKTRACE = enable=no

run: setup-run
	swift build -c release --product reho
	@.build/release/reho serve

test: setup-test lint
	swift build --build-tests
	scripts/test

bench: setup-test
	swift build -c release --product reho
	Benchmarks/run

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

setup-run:
	@scripts/setup run

setup-test:
	@scripts/setup test

clean:
	rm -rf .build .tools

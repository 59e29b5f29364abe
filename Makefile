# Stasis: `make help` lists what can be made. Everything is incremental; nothing is said when nothing is to do.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules

# The node that set-up brought, where it brought one, is used by every target.
export PATH := $(CURDIR)/.stasis/node/bin:$(PATH):/usr/sbin:/sbin

BPF_OBJECT := build/bpf/stasis.bpf.o
ADDON      := build/Release/stasis.node
GENERATED  := build/generated.stamp
SCRIPTS    := dist/js/.stamp
BUNDLE     := dist/stasis.cjs
LIBRARY    := dist/library.mjs

BPF_SOURCES   := $(wildcard native/bpf/*.c native/bpf/*.h native/abi/*.h)
ADDON_SOURCES := $(wildcard native/addon/*.cc native/addon/*.hh native/addon/*.h native/addon/*.S native/abi/*.h) binding.gyp
GENERATORS    := $(wildcard scripts/gen-* crds/*.yaml policies/*.yaml)
TS_SOURCES    := $(shell find src -name '*.ts' ! -name '*.test.ts')

.PHONY: help setup build test demo bench bench-cluster cluster cluster-down e2e bare clean lint types check-arm64

help: ## this list
	@sed -n 's/^\([a-z][a-z0-9-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: ## what is missing: system packages, Node.js (inside the checkout), npm packages
	@scripts/setup.sh $(SETUP_FOR)

build: $(BUNDLE) $(LIBRARY) $(ADDON) ## the BPF object, the addon and the stasis command (bin/stasis)

test: build ## lint, types, unit, golden, kernel, container and virtual machine tests
	@scripts/test.sh

demo: build build/demo.cjs ## an attack on a real container, frozen in front of you
	@scripts/demo.sh

bench: build build/bench.cjs ## the figures of the design, each with its target
	@scripts/bench.sh

bench-cluster: setup build build/bench.cjs ## figures of the operator with 5,000 nodes (half an hour; builds what `make cluster` builds)
	@test/cluster/harness/build.sh
	@ONLY=operator scripts/bench.sh

cluster: setup build/cluster-images.cjs ## a real Kubernetes node on this machine, built from source the first time (14 minutes)
	@test/cluster/harness/build.sh
	@node build/cluster-images.cjs
	@test/cluster/harness/up.sh

cluster-down: ## ends it and leaves nothing of it running; what was built stays
	@test/cluster/harness/down.sh

e2e: build build/cluster-images.cjs ## the tests in the cluster, which they start and end
	@scripts/test.sh cluster

bare: ## demo and test on a machine with nothing but git and make (SUITE=noble: on Ubuntu; root, debootstrap)
	@scripts/bare.sh

lint: setup ## style, import rules, shell scripts
	@scripts/lint.sh

types: setup $(GENERATED) ## the TypeScript of sources and tests
	@node node_modules/typescript/bin/tsc --noEmit

check-arm64: setup ## whether the BPF programs compile for arm64
	@scripts/build-bpf.sh arm64

clean: ## everything that was built; .stasis/node and node_modules stay
	@rm -rf build dist coverage .stasis/test

# --- files ---

$(BPF_OBJECT): $(BPF_SOURCES) scripts/build-bpf.sh | setup
	@echo 'bpf     $@'
	@scripts/build-bpf.sh

$(ADDON): $(ADDON_SOURCES) $(BPF_OBJECT) scripts/build-addon.sh | setup
	@echo 'addon   $@'
	@scripts/build-addon.sh

# Types and validators from the CRDs, the layout of the shared structures from the object.
$(GENERATED): $(BPF_OBJECT) $(GENERATORS) scripts/generate.sh
	@echo 'gen     src/**/*.gen.ts'
	@scripts/generate.sh
	@touch $@

$(SCRIPTS): $(TS_SOURCES) $(GENERATED) tsconfig.json tsconfig.build.json package-lock.json
	@echo 'tsc     dist/js'
	@node node_modules/typescript/bin/tsc --project tsconfig.build.json
	@touch $@

$(BUNDLE): $(SCRIPTS)
	@echo 'bundle  $@'
	@scripts/bundle.sh src/cli/main.ts $@

$(LIBRARY): src/kube/library.mts package-lock.json scripts/bundle.sh | setup
	@echo 'bundle  $@'
	@scripts/bundle.sh src/kube/library.mts $@

build/demo.cjs: $(wildcard test/demo/*.ts test/support/*.ts test/containers/support/*.ts) $(SCRIPTS)
	@scripts/bundle.sh test/demo/main.ts $@

build/cluster-images.cjs: test/cluster/images.ts $(wildcard test/support/*.ts test/support/programs/*.c)
	@scripts/bundle.sh test/cluster/images.ts $@

build/bench.cjs: $(wildcard test/bench/*.ts test/support/*.ts test/kernel/support/*.ts test/api/support/*.ts) $(SCRIPTS) $(LIBRARY)
	@cp $(LIBRARY) build/library.mjs
	@scripts/bundle.sh test/bench/main.ts $@

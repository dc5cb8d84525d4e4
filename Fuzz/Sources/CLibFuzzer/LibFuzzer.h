// libFuzzer as a library: compiler-rt's fuzzer_no_main, which comes with the toolchain and without a header.
#pragma once
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#ifndef SCOREBOOK_DIGEST_H
#define SCOREBOOK_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has the instructions that `scorebook_sha256_blocks` is made of.
bool scorebook_sha256_is_available(void);

/// Takes whole blocks of 64 bytes into the eight words of a SHA-256.
///
/// To be called only where `scorebook_sha256_is_available` says so.
void scorebook_sha256_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks);

#endif

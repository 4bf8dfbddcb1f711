/* What kefu needs of libcrypto: AES-256-GCM and random bytes. Every function returns 0, or -1 where
 * it fails. */
#pragma once
#include <stddef.h>
#include <stdint.h>

enum kcrypto_sizes { kcrypto_key = 32, kcrypto_nonce = 12, kcrypto_tag = 16 };

/* Fills `bytes` with bytes that nobody can guess. */
int kcrypto_random(uint8_t *bytes, size_t count);

/* Encrypts `count` bytes of `plain` into as many of `sealed`. The tag vouches for them and for
 * `bound`, which is not encrypted. A nonce must never be used twice with one key. */
int kcrypto_seal(
    const uint8_t key[kcrypto_key], const uint8_t nonce[kcrypto_nonce], const uint8_t *bound,
    size_t bound_count, const uint8_t *plain, size_t count, uint8_t *sealed,
    uint8_t tag[kcrypto_tag]);

/* The way back. It fails when key, nonce, bound bytes, sealed bytes or tag are not the ones of
 * kcrypto_seal; `plain` is then of no use. */
int kcrypto_open(
    const uint8_t key[kcrypto_key], const uint8_t nonce[kcrypto_nonce], const uint8_t *bound,
    size_t bound_count, const uint8_t *sealed, size_t count, const uint8_t tag[kcrypto_tag],
    uint8_t *plain);

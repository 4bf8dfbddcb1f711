#include "CCrypto.h"

#include <limits.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

int kcrypto_random(uint8_t *bytes, size_t count) {
    return count <= INT_MAX && RAND_bytes(bytes, (int)count) == 1 ? 0 : -1;
}

/* Key, nonce and bound bytes, the same for both ways. */
static int begin(
    EVP_CIPHER_CTX *context, int seals, const uint8_t *key, const uint8_t *nonce,
    const uint8_t *bound, size_t bound_count) {
    int length;
    return EVP_CipherInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce, seals) == 1
        && (bound_count == 0
            || EVP_CipherUpdate(context, NULL, &length, bound, (int)bound_count) == 1);
}

static int update(EVP_CIPHER_CTX *context, const uint8_t *from, size_t count, uint8_t *to) {
    int length;
    return count == 0 || EVP_CipherUpdate(context, to, &length, from, (int)count) == 1;
}

int kcrypto_seal(
    const uint8_t key[kcrypto_key], const uint8_t nonce[kcrypto_nonce], const uint8_t *bound,
    size_t bound_count, const uint8_t *plain, size_t count, uint8_t *sealed,
    uint8_t tag[kcrypto_tag]) {
    if (count > INT_MAX || bound_count > INT_MAX) return -1;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (context == NULL) return -1;
    uint8_t none[kcrypto_tag];
    int length;
    int is_done = begin(context, 1, key, nonce, bound, bound_count)
        && update(context, plain, count, sealed) && EVP_CipherFinal_ex(context, none, &length) == 1
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, kcrypto_tag, tag) == 1;
    EVP_CIPHER_CTX_free(context);
    return is_done ? 0 : -1;
}

int kcrypto_open(
    const uint8_t key[kcrypto_key], const uint8_t nonce[kcrypto_nonce], const uint8_t *bound,
    size_t bound_count, const uint8_t *sealed, size_t count, const uint8_t tag[kcrypto_tag],
    uint8_t *plain) {
    if (count > INT_MAX || bound_count > INT_MAX) return -1;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (context == NULL) return -1;
    uint8_t none[kcrypto_tag];
    int length;
    int is_true = begin(context, 0, key, nonce, bound, bound_count)
        && update(context, sealed, count, plain)
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, kcrypto_tag, (void *)tag) == 1
        && EVP_CipherFinal_ex(context, none, &length) == 1;
    EVP_CIPHER_CTX_free(context);
    return is_true ? 0 : -1;
}

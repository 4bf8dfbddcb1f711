#include "include/CText.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

/* Where folded scalars go; count goes on beyond the capacity, so that the caller learns it. */
typedef struct {
    uint32_t *scalars;
    size_t capacity;
    size_t count;
} Output;

static inline void put(Output *output, uint32_t scalar) {
    if (output->count < output->capacity) output->scalars[output->count] = scalar;
    output->count++;
}

static inline bool is_between(uint32_t scalar, uint32_t first, uint32_t last) {
    return scalar - first <= last - first;
}

/* The fold of a scalar that NFKC_Casefold treats alike in every context, without asking ICU;
   -1 for all others. It covers what Chinese and English text mostly consists of. */
static inline int32_t fold_plain(uint32_t scalar) {
    if (scalar < 0x80) return (int32_t)(is_between(scalar, 'A', 'Z') ? scalar + 0x20 : scalar);
    if (is_between(scalar, 0x4E00, 0x9FFF)) return (int32_t)ktext_simplified(scalar);
    if (is_between(scalar, 0xFF01, 0xFF5E)) return fold_plain(scalar - 0xFEE0);
    if (scalar == 0x3000) return ' ';
    bool isSame = is_between(scalar, 0x3001, 0x3029) || is_between(scalar, 0x3041, 0x3096)
        || is_between(scalar, 0x30A1, 0x30FA) || scalar == 0x30FC || scalar == 0xB7 || scalar == 0xD7
        || is_between(scalar, 0x2012, 0x2016) || is_between(scalar, 0x2018, 0x2023);
    return isSame ? (int32_t)scalar : -1;
}

static size_t fold_quickly(const uint8_t *utf8, size_t length, Output *output) {
    size_t place = 0;
    while (place < length) {
        size_t start = place;
        UChar32 scalar;
        U8_NEXT_OR_FFFD(utf8, place, length, scalar);
        int32_t folded = fold_plain((uint32_t)scalar);
        if (folded < 0) return start;
        put(output, (uint32_t)folded);
    }
    return length;
}

/* NFKC_Casefold of UTF-8 as malloc'd UTF-16; NULL where memory or int32_t runs out. */
static UChar *normalised(const uint8_t *utf8, size_t length, int32_t *count) {
    if (length > INT32_MAX / 32) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&status);
    UChar *source = malloc((length + 1) * sizeof *source);
    int32_t units = 0;
    if (source != NULL) {
        u_strFromUTF8WithSub(source, (int32_t)length + 1, &units, (const char *)utf8,
            (int32_t)length, 0xFFFD, NULL, &status);
    }
    int32_t capacity = units + units / 2 + 32;
    UChar *result = NULL;
    for (int attempt = 0; attempt < 2 && source != NULL && U_SUCCESS(status); attempt++) {
        free(result);
        result = malloc((size_t)capacity * sizeof *result);
        if (result == NULL) break;
        *count = unorm2_normalize(normalizer, source, units, result, capacity, &status);
        if (status != U_BUFFER_OVERFLOW_ERROR) break;
        status = U_ZERO_ERROR;
        capacity = *count;
    }
    free(source);
    if (U_SUCCESS(status)) return result;
    free(result);
    return NULL;
}

static inline uint32_t fold_normal(UChar32 scalar) {
    int32_t digit = scalar < 0x80 ? -1 : u_charDigitValue(scalar);
    if (digit >= 0 && u_charType(scalar) == U_DECIMAL_DIGIT_NUMBER) return '0' + (uint32_t)digit;
    return ktext_simplified((uint32_t)scalar);
}

size_t ktext_fold(const char *utf8, size_t length, uint32_t *scalars, size_t capacity) {
    const uint8_t *bytes = (const uint8_t *)utf8;
    Output output = {scalars, capacity, 0};
    if (fold_quickly(bytes, length, &output) == length) return output.count;
    int32_t units = 0;
    UChar *text = normalised(bytes, length, &units);
    output.count = 0;
    for (int32_t place = 0; text != NULL && place < units;) {
        UChar32 scalar;
        U16_NEXT(text, place, units, scalar);
        put(&output, fold_normal(scalar));
    }
    free(text);
    return output.count;
}

unsigned ktext_kind(uint32_t scalar) {
    if (scalar < 0x80) {
        if (is_between(scalar, '0', '9')) return ktext_digit;
        return is_between(scalar | 0x20, 'a', 'z') ? ktext_letter : ktext_other;
    }
    if (is_between(scalar, 0x4E00, 0x9FFF) || is_between(scalar, 0x3400, 0x4DBF)) return ktext_han;
    uint32_t category = U_MASK(u_charType((UChar32)scalar));
    if (category & U_GC_M_MASK) return ktext_mark;
    if (scalar == 0x30FC) return ktext_kana;
    if (!(category & (U_GC_L_MASK | U_GC_NL_MASK))) return ktext_other;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript((UChar32)scalar, &status)) {
    case USCRIPT_HAN: return ktext_han;
    case USCRIPT_HIRAGANA: return ktext_kana;
    case USCRIPT_KATAKANA: return ktext_kana;
    case USCRIPT_HANGUL: return ktext_hangul;
    default: return ktext_letter;
    }
}

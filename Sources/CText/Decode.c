#include "include/CText.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

/* Where a decoder writes its UTF-8: memory for the longest possible result, and how much is used. */
typedef struct {
    char *text;
    size_t used;
} Output;

static void put(Output *output, UChar32 scalar) {
    U8_APPEND_UNSAFE(output->text, output->used, scalar);
}

/* The decoders below return the offset of the first undecodable byte, or count. */

static size_t decode_utf8(const char *bytes, size_t count, Output *output) {
    const uint8_t *units = (const uint8_t *)bytes;
    size_t place = 0;
    while (place < count) {
        size_t start = place;
        UChar32 scalar;
        U8_NEXT(units, place, count, scalar);
        if (scalar < 0) return start;
    }
    if (count > 0) memcpy(output->text, bytes, count);
    output->used = count;
    return count;
}

static size_t decode_utf16(const char *bytes, size_t count, bool big, Output *output) {
    const uint8_t *units = (const uint8_t *)bytes;
    size_t high = big ? 0 : 1;
    size_t low = 1 - high;
    size_t place = 0;
    while (place < count) {
        if (count - place < 2) return place;
        UChar32 scalar = units[place + high] << 8 | units[place + low];
        size_t width = 2;
        if (U16_IS_SURROGATE(scalar)) {
            if (!U16_IS_LEAD(scalar) || count - place < 4) return place;
            UChar32 trail = units[place + 2 + high] << 8 | units[place + 2 + low];
            if (!U16_IS_TRAIL(trail)) return place;
            scalar = U16_GET_SUPPLEMENTARY(scalar, trail);
            width = 4;
        }
        put(output, scalar);
        place += width;
    }
    return count;
}

/* Whether a character of a legacy charset can be what its writer meant. */
static bool is_plausible(UChar32 scalar) {
    if (scalar >= 0x80 && scalar < 0xA0) return false;
    return u_isdefined(scalar) && u_charType(scalar) != U_PRIVATE_USE_CHAR;
}

static size_t decode_legacy(const char *bytes, size_t count, const char *charset, Output *output) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &status);
    if (U_FAILURE(status)) return 0;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    const char *place = bytes;
    const char *start = bytes;
    while (place < bytes + count) {
        start = place;
        UChar32 scalar = ucnv_getNextUChar(converter, &place, bytes + count, &status);
        if (U_FAILURE(status) || !is_plausible(scalar)) break;
        put(output, scalar);
        start = place;
    }
    ucnv_close(converter);
    return (size_t)(start - bytes);
}

/* The charsets beside those of Chinese files in which pages come; a byte becomes three at most. */
static bool is_page_charset(const char *charset) {
    static const char *const names[] = {
        "windows-1250", "windows-1251", "windows-1252", "ISO-8859-2", "ISO-8859-15", "KOI8-R",
        "Shift_JIS", "EUC-JP", "EUC-KR",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(charset, names[i]) == 0) return true;
    return false;
}

char *ktext_decode(const char *bytes, size_t count, const char *charset, size_t *length, size_t *bad) {
    *length = 0;
    *bad = count;
    /* Two bytes become three at most in UTF-16 and the legacy charsets; one byte at most two. */
    size_t growth = is_page_charset(charset) ? 3 : 2;
    if (count > SIZE_MAX / growth - 8) return NULL;
    Output output = {malloc(count * growth + 8), 0};
    if (output.text == NULL) return NULL;
    size_t stop;
    if (strcmp(charset, "UTF-8") == 0) {
        stop = decode_utf8(bytes, count, &output);
    } else if (strcmp(charset, "UTF-16LE") == 0 || strcmp(charset, "UTF-16BE") == 0) {
        stop = decode_utf16(bytes, count, charset[6] == 'B', &output);
    } else if (strcmp(charset, "GB18030") == 0 || strcmp(charset, "Big5") == 0
        || is_page_charset(charset)) {
        stop = decode_legacy(bytes, count, charset, &output);
    } else {
        free(output.text);
        return NULL;
    }
    if (stop < count) {
        *bad = stop;
        free(output.text);
        return NULL;
    }
    output.text[output.used] = 0;
    *length = output.used;
    return output.text;
}

#include "include/CText.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucsdet.h>

enum { sample_size = 64 * 1024 };

static const char *const charsets[] = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"};

/* Whether a charset can read the sample; a character cut off by the sample's end does not count. */
static bool reads(const char *charset, const char *bytes, size_t count, bool isCut) {
    size_t length, bad;
    char *text = ktext_decode(bytes, count, charset, &length, &bad);
    free(text);
    return text != NULL || (isCut && bad < count && count - bad < 4);
}

static bool is_ascii(const char *bytes, size_t count) {
    for (size_t place = 0; place < count; place++) {
        if ((unsigned char)bytes[place] >= 0x80 || bytes[place] == 0) return false;
    }
    return true;
}

const char *ktext_detect(const char *bytes, size_t count, int *confidence) {
    bool isCut = count > sample_size;
    size_t size = isCut ? sample_size : count;
    *confidence = 100;
    if (is_ascii(bytes, size)) return charsets[0];
    *confidence = 0;
    const char *best = "";
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    if (U_FAILURE(status)) return best;
    ucsdet_setText(detector, bytes, (int32_t)size, &status);
    int32_t found = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
    for (int32_t rank = 0; U_SUCCESS(status) && rank < found && *best == 0; rank++) {
        const char *name = ucsdet_getName(matches[rank], &status);
        int32_t sure = ucsdet_getConfidence(matches[rank], &status);
        for (size_t known = 0; known < sizeof charsets / sizeof *charsets; known++) {
            if (strcmp(name, charsets[known]) != 0) continue;
            if (!reads(charsets[known], bytes, size, isCut)) continue;
            best = charsets[known];
            *confidence = sure;
        }
    }
    ucsdet_close(detector);
    return best;
}

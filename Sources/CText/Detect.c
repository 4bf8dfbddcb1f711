/* Charset detection by likelihood: the reading of the bytes that the lexicon finds least surprising
   wins. On a few Chinese characters this is surer than ICU's own detector, which wants sentences. */

#include "include/CText.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unicode/utf8.h>

enum {
    sample_size = 64 * 1024,
    /* Costs, in the lexicon's unit, of what it does not know. */
    ascii_cost = 40,
    punctuation_cost = 60,
    foreign_cost = 180,
    control_cost = 255,
    /* A byte outside ASCII in a text of none of the charsets: half of a random character. */
    noise_cost = 67,
};

static bool is_control(uint32_t scalar) {
    return scalar < 0x20 && scalar != '\t' && scalar != '\n' && scalar != '\r';
}

static unsigned cost(uint32_t scalar) {
    if (is_control(scalar)) return control_cost;
    if (scalar < 0x7F) return ascii_cost;
    if ((scalar >= 0x3000 && scalar < 0x3020) || (scalar >= 0x2010 && scalar < 0x2027)
        || (scalar >= 0xFF00 && scalar < 0xFF60) || scalar == 0xFEFF) {
        return punctuation_cost;
    }
    if (ktext_kind(scalar) == ktext_han) return ktext_unigram_cost(ktext_simplified(scalar));
    return foreign_cost;
}

/* How surprising the bytes are when they belong to none of the charsets. */
static double cost_of_noise(const char *bytes, size_t count) {
    double sum = 0;
    for (size_t place = 0; place < count; place++) {
        unsigned char byte = (unsigned char)bytes[place];
        sum += byte >= 0x80 ? noise_cost : cost(byte);
    }
    return sum;
}

/* How surprising the bytes are in a charset; INFINITY when it cannot read them. A character that
   the sample's end cuts off does not count. */
static double cost_in(const char *charset, const char *bytes, size_t count, bool isCut) {
    size_t length, bad;
    char *text = ktext_decode(bytes, count, charset, &length, &bad);
    if (text == NULL && isCut && bad < count && count - bad < 4) {
        text = ktext_decode(bytes, bad, charset, &length, &bad);
    }
    if (text == NULL) return INFINITY;
    double sum = 0;
    for (size_t place = 0; place < length;) {
        UChar32 scalar;
        U8_NEXT_UNSAFE(text, place, scalar);
        sum += cost((uint32_t)scalar);
    }
    free(text);
    return sum;
}

const char *ktext_detect(const char *bytes, size_t count, int *confidence) {
    static const char *const charsets[] = {"GB18030", "Big5", "UTF-16LE", "UTF-16BE"};
    bool isCut = count > sample_size;
    size_t size = isCut ? sample_size : count;
    const char *best = "";
    double noise = cost_of_noise(bytes, size);
    double least = noise;
    double next = INFINITY;
    *confidence = 100;
    /* Other charsets hardly ever make valid UTF-8; UTF-16 of ASCII does, but is full of NULs. */
    if (cost_in("UTF-8", bytes, size, isCut) <= size * 100.0) return "UTF-8";
    for (size_t rank = 0; rank < sizeof charsets / sizeof *charsets; rank++) {
        double now = cost_in(charsets[rank], bytes, size, isCut);
        if (now < least) {
            next = least;
            least = now;
            best = charsets[rank];
        } else if (now < next) {
            next = now;
        }
    }
    /* The odds of the best reading against the second, tempered: characters are not independent. */
    double odds = *best == 0 ? 0 : (next - least) / ktext_cost_unit / 4;
    *confidence = *best == 0 ? 0 : (int)(100 / (1 + exp(-odds)));
    return best;
}

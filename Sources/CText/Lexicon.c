/* The tables of lexicon.bin, which scripts/make-lexicon writes and describes. They are used where
   they lie, in the read-only pages of the executable.

   They are derived from these works:

   - The dictionary of jieba, https://github.com/fxsjy/jieba, by Sun Junyi, under the MIT License:
     Copyright (c) 2013 Sun Junyi. Permission is hereby granted, free of charge, to any person
     obtaining a copy of this software and associated documentation files (the "Software"), to deal
     in the Software without restriction, including without limitation the rights to use, copy,
     modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to
     permit persons to whom the Software is furnished to do so, subject to the following conditions:
     The above copyright notice and this permission notice shall be included in all copies or
     substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY
     KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
     FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
     HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT,
     TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
     DEALINGS IN THE SOFTWARE.
   - The character tables of OpenCC, https://github.com/BYVoid/OpenCC, Copyright 2010-2022 Carbo Kuo
     and contributors, under the Apache License, Version 2.0.
   - The Han-Latin transliteration of ICU, Copyright (c) 1991-2022 Unicode, Inc. All rights reserved,
     distributed under the Terms of Use in https://www.unicode.org/copyright.html. */

#include "include/CText.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the tables are little-endian");

alignas(8) static const unsigned char bytes[] = {
#embed "lexicon.bin"
};

enum { first = 0x3400, last = 0x9FFF };

/* The head of the file. */
typedef struct {
    uint32_t magic, version;
    uint32_t word_slots, bigram_slots, rare_count, syllable_count;
    uint32_t words, bigrams, simplified, pinyin, unigrams, rare, syllables, classes;
} Header;

static_assert(sizeof bytes > sizeof(Header), "run scripts/make-lexicon");

static inline const Header *header(void) { return (const Header *)(const void *)bytes; }

static inline const void *table(uint32_t offset) { return bytes + offset; }

/* Fibonacci hashing of each code point in turn; `digest` in scripts/make-lexicon is its twin. */
static inline uint64_t ktext_digest(const uint32_t *scalars, size_t count) {
    uint64_t state = 0x6B656675;
    for (size_t place = 0; place < count; place++) {
        state = (state ^ scalars[place]) * 0x9E3779B97F4A7C15;
        state ^= state >> 32;
    }
    return state * 0x9E3779B97F4A7C15;
}

/* The slot of a sequence; one that holds 0 when the table lacks it. */
static uint32_t find(const uint32_t *cells, uint32_t slots, const uint32_t *scalars, size_t count) {
    uint64_t digest = ktext_digest(scalars, count);
    uint32_t fingerprint = digest & 0xFFFFFF;
    uint32_t place = (uint32_t)((digest >> 32) * slots >> 32);
    while (cells[place] != 0 && cells[place] >> 8 != fingerprint) {
        place = place + 1 < slots ? place + 1 : 0;
    }
    return place;
}

unsigned ktext_word_cost(const uint32_t *scalars, size_t count) {
    const uint32_t *cells = table(header()->words);
    return cells[find(cells, header()->word_slots, scalars, count)] & 0xFF;
}

unsigned ktext_word_class(const uint32_t *scalars, size_t count) {
    const uint32_t *cells = table(header()->words);
    const uint8_t *pairs = table(header()->classes);
    uint32_t place = find(cells, header()->word_slots, scalars, count);
    return cells[place] == 0 ? ktext_unknown_class : pairs[place / 2] >> place % 2 * 4 & 0xF;
}

unsigned ktext_bigram_cost(uint32_t left, uint32_t right) {
    const uint32_t pair[] = {left, right};
    const uint32_t *cells = table(header()->bigrams);
    return cells[find(cells, header()->bigram_slots, pair, 2)] & 0xFF;
}

unsigned ktext_unigram_cost(uint32_t scalar) {
    const uint8_t *costs = table(header()->unigrams);
    return scalar < first || scalar > last ? 255 : costs[scalar - first];
}

/* Simplifications that the dense table cannot hold: a sorted list of pairs. */
static uint32_t rarely_simplified(uint32_t scalar) {
    const uint32_t (*pairs)[2] = table(header()->rare);
    size_t low = 0;
    size_t high = header()->rare_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (pairs[middle][0] == scalar) return pairs[middle][1];
        if (pairs[middle][0] < scalar) low = middle + 1;
        else high = middle;
    }
    return scalar;
}

uint32_t ktext_simplified(uint32_t scalar) {
    if (scalar < first) return scalar;
    if (scalar > last) return rarely_simplified(scalar);
    const uint16_t *simple = table(header()->simplified);
    uint32_t result = simple[scalar - first];
    return result != 0 ? result : rarely_simplified(scalar);
}

unsigned ktext_syllable(uint32_t scalar) {
    const uint16_t *numbers = table(header()->pinyin);
    return scalar < first || scalar > last ? 0 : numbers[scalar - first];
}

const char *ktext_syllable_text(unsigned number) {
    const char (*texts)[8] = table(header()->syllables);
    return texts[number - 1];
}

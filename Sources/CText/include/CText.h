/* Text services over ICU, for Swift. Every function is thread safe and keeps no state between calls.
   ICU's own headers stay inside the .c files: they clash with Foundation's. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Decodes bytes strictly. charset is "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5" or one of
   those that pages come in: "windows-1250" to "-1252", "ISO-8859-2", "ISO-8859-15", "KOI8-R",
   "Shift_JIS", "EUC-JP", "EUC-KR".
   Returns malloc'd UTF-8 (the caller frees it; a NUL follows it) and its length in bytes, or NULL;
   *bad is then the offset of the first undecodable byte (count itself when memory ran out or the
   charset is not one of these). In GB18030 and Big5, bytes that stand for a private-use, unassigned
   or C1 control character count as undecodable. A byte-order mark stays in the text as U+FEFF. */
char *ktext_decode(const char *bytes, size_t count, const char *charset, size_t *length, size_t *bad);

/* Name of the likeliest charset among those above, or "" when unsure. *confidence is 0...100.
   Looks at the first 64 KiB; plain ASCII is UTF-8 with confidence 100. */
const char *ktext_detect(const char *bytes, size_t count, int *confidence);

/* Folds valid UTF-8, character by character, into scalars: Unicode NFKC_Casefold (which also drops
   invisible characters), decimal digits of every script to ASCII, traditional Han to simplified.
   Writes at most capacity scalars and returns how many there are; call again when that is more. */
size_t ktext_fold(const char *utf8, size_t length, uint32_t *scalars, size_t capacity);

/* What a folded scalar is to the analyser. */
enum {
    ktext_other,   /* separates: space, punctuation, symbol, emoji, control */
    ktext_letter,  /* of an alphabet or syllabary without its own kind below */
    ktext_mark,    /* belongs to the letter before it */
    ktext_digit,   /* 0...9 */
    ktext_han,
    ktext_kana,
    ktext_hangul,
};
unsigned ktext_kind(uint32_t scalar);

/* The lexicon. A cost is -ln(probability) in twelfths, 1...255. Sequences are of folded scalars.
   Words are known by a 24-bit fingerprint: of ten million unknown words, a few pass for known. */
enum { ktext_cost_unit = 12, ktext_longest_word = 6 };
/* Cost of a Han word of 1...6 characters or a common English word or stem; 0 for others. */
unsigned ktext_word_cost(const uint32_t *scalars, size_t count);
/* What kind of word it mostly is. */
enum {
    ktext_unknown_class,
    ktext_name,     /* a person, a place, an organisation, a brand */
    ktext_noun,
    ktext_verb,
    ktext_quality,  /* an adjective or adverb */
    ktext_number,   /* a number, a measure or a time */
    ktext_function, /* a particle, pronoun or preposition */
};
unsigned ktext_word_class(const uint32_t *scalars, size_t count);
/* Cost of two adjacent Han characters; 0 for a pair that is no likelier than chance. */
unsigned ktext_bigram_cost(uint32_t first, uint32_t second);
/* Cost of a Han character among all; 255 for one that the word list lacks. */
unsigned ktext_unigram_cost(uint32_t scalar);
uint32_t ktext_simplified(uint32_t scalar);
/* The number, from 1, of a character's commonest syllable; 0 for a character without one. */
unsigned ktext_syllable(uint32_t scalar);
/* A syllable's letters, at most seven, toneless (ü is v), NUL-terminated; number as above, not 0. */
const char *ktext_syllable_text(unsigned number);

/* An English Snowball stemmer (Porter 2). One thread at a time; free it after use. NULL: no memory. */
typedef struct ktext_stemmer ktext_stemmer;
ktext_stemmer *ktext_stemmer_new(void);
void ktext_stemmer_free(ktext_stemmer *stemmer);
/* Stems ASCII lower case letters in place; a stem is never longer. Returns its length. */
size_t ktext_stem(ktext_stemmer *stemmer, char *word, size_t length);

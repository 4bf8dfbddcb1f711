#include "include/CText.h"

#include <libstemmer.h>
#include <string.h>

ktext_stemmer *ktext_stemmer_new(void) {
    return (ktext_stemmer *)sb_stemmer_new("english", NULL);
}

void ktext_stemmer_free(ktext_stemmer *stemmer) {
    sb_stemmer_delete((struct sb_stemmer *)stemmer);
}

size_t ktext_stem(ktext_stemmer *stemmer, char *word, size_t length) {
    struct sb_stemmer *snowball = (struct sb_stemmer *)stemmer;
    const sb_symbol *stem = sb_stemmer_stem(snowball, (const sb_symbol *)word, (int)length);
    if (stem == NULL) return length;
    size_t size = (size_t)sb_stemmer_length(snowball);
    if (size > length) return length;
    memcpy(word, stem, size);
    return size;
}

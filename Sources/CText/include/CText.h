/* Text services over ICU, for Swift. Every function is thread safe and keeps no state between calls.
   ICU's own headers stay inside the .c files: they clash with Foundation's. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Decodes bytes strictly. charset is "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030" or "Big5".
   Returns malloc'd UTF-8 (the caller frees it; a NUL follows it) and its length in bytes, or NULL;
   *bad is then the offset of the first undecodable byte (count itself when memory ran out or the
   charset is not one of these). In GB18030 and Big5, bytes that stand for a private-use, unassigned
   or C1 control character count as undecodable. A byte-order mark stays in the text as U+FEFF. */
char *ktext_decode(const char *bytes, size_t count, const char *charset, size_t *length, size_t *bad);

/* Name of the likeliest charset among those above, or "" when unsure. *confidence is 0...100.
   Looks at the first 64 KiB; plain ASCII is UTF-8 with confidence 100. */
const char *ktext_detect(const char *bytes, size_t count, int *confidence);

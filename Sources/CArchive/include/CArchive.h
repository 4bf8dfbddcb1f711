/* Reads the entries of a ZIP archive, one after another, through libarchive. Only its ZIP reader is
 * switched on, and only the one that starts from the central directory: an archive that was cut off
 * has none and is refused. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct karchive karchive;

enum karchive_status { karchive_ok, karchive_end, karchive_damaged, karchive_encrypted, karchive_no_memory };

/* Starts at the first entry of the archive on a descriptor, which must allow seeking and stays open.
 * NULL when memory ran out. */
karchive *karchive_open(int fd);
void karchive_close(karchive *archive);

/* Steps to the next entry. */
enum karchive_status karchive_next(karchive *archive);

/* The present entry: its name as the archive spells it, whether it is a plain file, and its size
 * when unpacked, as far as the archive says so (else -1). */
const char *karchive_name(karchive *archive);
bool karchive_is_file(karchive *archive);
int64_t karchive_size(karchive *archive);

/* Unpacks more of the present entry. `count` is 0 at its end. */
enum karchive_status karchive_read(karchive *archive, void *buffer, size_t capacity, size_t *count);

/* Bytes of the archive itself that were read so far, to tell how far they were blown up. */
int64_t karchive_consumed(karchive *archive);

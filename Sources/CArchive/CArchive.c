#include "include/CArchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct karchive {
    struct archive *reader;
    struct archive_entry *entry;
    /* Whether opening failed: reported by the first karchive_next. */
    bool is_damaged;
};

karchive *karchive_open(int fd) {
    karchive *archive = calloc(1, sizeof *archive);
    if (archive == NULL) return NULL;
    archive->reader = archive_read_new();
    if (archive->reader == NULL) {
        free(archive);
        return NULL;
    }
    archive->is_damaged = lseek(fd, 0, SEEK_SET) != 0
        || archive_read_support_format_zip_seekable(archive->reader) != ARCHIVE_OK
        || archive_read_open_fd(archive->reader, fd, 64 * 1024) != ARCHIVE_OK;
    return archive;
}

void karchive_close(karchive *archive) {
    if (archive == NULL) return;
    archive_read_free(archive->reader);
    free(archive);
}

static enum karchive_status failure(karchive *archive) {
    return archive_errno(archive->reader) == ENOMEM ? karchive_no_memory : karchive_damaged;
}

enum karchive_status karchive_next(karchive *archive) {
    if (archive->is_damaged) return karchive_damaged;
    archive->entry = NULL;
    int status = archive_read_next_header(archive->reader, &archive->entry);
    if (status == ARCHIVE_EOF) return karchive_end;
    /* A warning is about a name that this locale cannot spell. */
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return failure(archive);
    return karchive_ok;
}

const char *karchive_name(karchive *archive) {
    const char *name = archive_entry_pathname_utf8(archive->entry);
    if (name == NULL) name = archive_entry_pathname(archive->entry);
    return name == NULL ? "" : name;
}

bool karchive_is_file(karchive *archive) {
    return archive_entry_filetype(archive->entry) == AE_IFREG;
}

int64_t karchive_size(karchive *archive) {
    return archive_entry_size_is_set(archive->entry) ? archive_entry_size(archive->entry) : -1;
}

enum karchive_status karchive_read(karchive *archive, void *buffer, size_t capacity, size_t *count) {
    *count = 0;
    if (archive_entry_is_data_encrypted(archive->entry)) return karchive_encrypted;
    la_ssize_t got = archive_read_data(archive->reader, buffer, capacity);
    if (got < 0) return failure(archive);
    *count = (size_t)got;
    return karchive_ok;
}

int64_t karchive_consumed(karchive *archive) { return archive_filter_bytes(archive->reader, -1); }

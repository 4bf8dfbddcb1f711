/* What kefu needs of Xapian, as plain C: documents that are lists of terms, and OR queries.
 *
 * A handle belongs to one thread at a time. No C++ exception leaves this library: every function
 * returns a status, and for any but KXAPIAN_OK it stores a text in `*why` that the caller frees. A
 * reader that a writer has overtaken reopens its database once and tries again by itself. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct kxapian kxapian;

enum {
    KXAPIAN_OK = 0,
    /* Another process or handle writes to this database. */
    KXAPIAN_LOCKED = 1,
    /* The files are damaged, truncated or of a format that this Xapian cannot read. */
    KXAPIAN_CORRUPT = 2,
    /* There is no database, or it cannot be opened. */
    KXAPIAN_UNAVAILABLE = 3,
    /* The writer is two commits ahead again, after the one retry. */
    KXAPIAN_OVERTAKEN = 4,
    /* Anything else: a full disk, no memory. */
    KXAPIAN_FAILED = 5,
};

/* Terms one behind the other in `bytes`; term i ends before ends[i]. Terms that Xapian cannot hold
 * (empty, over KXAPIAN_TERM_BYTES) are passed over. */
typedef struct {
    const char *bytes;
    const uint32_t *ends;
    size_t count;
} kxapian_terms;

enum { KXAPIAN_TERM_BYTES = 240 };

typedef struct {
    uint32_t docid;
    double weight;
} kxapian_hit;

/* Opens for reading only. */
int kxapian_open(const char *path, kxapian **db, char **why);
/* Opens for writing, creates what is not there, and locks out other writers until closed. */
int kxapian_open_writer(const char *path, kxapian **db, char **why);
/* Releases the handle. Xapian tries to commit what a writer has not; failures of that are dropped.
 * NULL is accepted. */
void kxapian_close(kxapian *db);

/* Stores a document under `docid` in place of an earlier one. `counts[i]` is how often term i occurs. */
int kxapian_put(
    kxapian *db, uint32_t docid, kxapian_terms terms, const uint32_t *counts, char **why);
/* Deletes a document; one that is not there is no failure. */
int kxapian_remove(kxapian *db, uint32_t docid, char **why);
int kxapian_set_metadata(kxapian *db, const char *key, const char *value, char **why);
/* Makes everything since the last commit durable and visible to readers that reopen. */
int kxapian_commit(kxapian *db, char **why);

/* Moves a reader to the newest commit. */
int kxapian_reopen(kxapian *db, char **why);
/* `*value` is malloc'd; an absent key has the empty value. */
int kxapian_metadata(kxapian *db, const char *key, char **value, char **why);
int kxapian_count(kxapian *db, uint32_t *documents, char **why);
/* frequencies[i]: how many documents hold term i. */
int kxapian_frequencies(kxapian *db, kxapian_terms terms, uint32_t *frequencies, char **why);
/* The documents that hold any of the terms, best first by BM25+ (Lv, Zhai, CIKM 2011), term i
 * multiplied by weights[i] >= 0. `hits` has room for `capacity`. */
int kxapian_search(
    kxapian *db, kxapian_terms terms, const double *weights, size_t capacity, kxapian_hit *hits,
    size_t *found, char **why);

#ifdef __cplusplus
}
#endif

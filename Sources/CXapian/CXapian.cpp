#include "include/CXapian.h"

#include <xapian.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

struct kxapian {
    Xapian::Database reader;
    // The same database as `reader` where the handle may write, else empty.
    Xapian::WritableDatabase writer;
};

namespace {

int report(int status, const std::string &text, char **why) noexcept {
    *why = strdup(text.c_str());
    return status;
}

/// Runs `body` and turns whatever it throws into a status and a text.
template <class Body>
int guard(char **why, Body &&body) noexcept {
    try {
        body();
        return KXAPIAN_OK;
    } catch (const Xapian::DatabaseLockError &error) {
        return report(KXAPIAN_LOCKED, error.get_description(), why);
    } catch (const Xapian::DatabaseCorruptError &error) {
        return report(KXAPIAN_CORRUPT, error.get_description(), why);
    } catch (const Xapian::DatabaseVersionError &error) {
        return report(KXAPIAN_CORRUPT, error.get_description(), why);
    } catch (const Xapian::DatabaseModifiedError &error) {
        return report(KXAPIAN_OVERTAKEN, error.get_description(), why);
    } catch (const Xapian::DatabaseOpeningError &error) {
        return report(KXAPIAN_UNAVAILABLE, error.get_description(), why);
    } catch (const Xapian::Error &error) {
        return report(KXAPIAN_FAILED, error.get_description(), why);
    } catch (const std::exception &error) {
        return report(KXAPIAN_FAILED, error.what(), why);
    } catch (...) {
        return report(KXAPIAN_FAILED, "an exception of an unknown type", why);
    }
}

/// As `guard`; a reader that was overtaken by its writer reopens once and tries again.
template <class Body>
int guard_read(kxapian *db, char **why, Body &&body) noexcept {
    return guard(why, [&] {
        try {
            body();
        } catch (const Xapian::DatabaseModifiedError &) {
            db->reader.reopen();
            body();
        }
    });
}

/// Calls `use(index, term)` for every term that Xapian can hold.
template <class Use>
void each(const kxapian_terms &terms, Use &&use) {
    uint32_t start = 0;
    std::string term;
    for (size_t index = 0; index < terms.count; ++index) {
        const uint32_t end = terms.ends[index];
        if (end > start && end - start <= KXAPIAN_TERM_BYTES) {
            term.assign(terms.bytes + start, end - start);
            use(index, term);
        }
        start = end;
    }
}

}  // namespace

extern "C" {

int kxapian_open(const char *path, kxapian **db, char **why) {
    *db = nullptr;
    return guard(why, [&] {
        auto opened = std::make_unique<kxapian>();
        opened->reader = Xapian::Database(path);
        *db = opened.release();
    });
}

int kxapian_open_writer(const char *path, kxapian **db, char **why) {
    *db = nullptr;
    return guard(why, [&] {
        auto opened = std::make_unique<kxapian>();
        opened->writer = Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN);
        opened->reader = opened->writer;
        *db = opened.release();
    });
}

void kxapian_close(kxapian *db) {
    if (db == nullptr) return;
    char *why = nullptr;
    guard(&why, [&] { delete db; });
    free(why);
}

int kxapian_put(
    kxapian *db, uint32_t docid, kxapian_terms terms, const uint32_t *counts, char **why) {
    return guard(why, [&] {
        Xapian::Document document;
        each(terms, [&](size_t index, const std::string &term) {
            document.add_term(term, counts[index]);
        });
        db->writer.replace_document(docid, document);
    });
}

int kxapian_remove(kxapian *db, uint32_t docid, char **why) {
    return guard(why, [&] {
        try {
            db->writer.delete_document(docid);
        } catch (const Xapian::DocNotFoundError &) {
            // Gone already: what was asked for.
        }
    });
}

int kxapian_set_metadata(kxapian *db, const char *key, const char *value, char **why) {
    return guard(why, [&] { db->writer.set_metadata(key, value); });
}

int kxapian_commit(kxapian *db, char **why) {
    return guard(why, [&] { db->writer.commit(); });
}

int kxapian_reopen(kxapian *db, char **why) {
    return guard(why, [&] { db->reader.reopen(); });
}

int kxapian_metadata(kxapian *db, const char *key, char **value, char **why) {
    *value = nullptr;
    return guard_read(db, why, [&] {
        char *copy = strdup(db->reader.get_metadata(key).c_str());
        if (copy == nullptr) throw std::bad_alloc();
        *value = copy;
    });
}

int kxapian_count(kxapian *db, uint32_t *documents, char **why) {
    *documents = 0;
    return guard_read(db, why, [&] { *documents = db->reader.get_doccount(); });
}

int kxapian_frequencies(kxapian *db, kxapian_terms terms, uint32_t *frequencies, char **why) {
    return guard_read(db, why, [&] {
        memset(frequencies, 0, terms.count * sizeof *frequencies);
        each(terms, [&](size_t index, const std::string &term) {
            frequencies[index] = db->reader.get_termfreq(term);
        });
    });
}

int kxapian_search(
    kxapian *db, kxapian_terms terms, const double *weights, size_t capacity, kxapian_hit *hits,
    size_t *found, char **why) {
    *found = 0;
    return guard_read(db, why, [&] {
        *found = 0;
        std::vector<Xapian::Query> parts;
        each(terms, [&](size_t index, const std::string &term) {
            const Xapian::Query part(term);
            parts.push_back(
                weights[index] == 1 ? part
                                    : Xapian::Query(
                                          Xapian::Query::OP_SCALE_WEIGHT, part, weights[index]));
        });
        if (parts.empty()) return;
        Xapian::Enquire enquire(db->reader);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()));
        // k1, k2, k3, b, least normalised length, delta: short texts, so length matters little.
        enquire.set_weighting_scheme(Xapian::BM25PlusWeight(1, 0, 1, 0.35, 0.5, 1));
        const Xapian::MSet matches = enquire.get_mset(0, capacity);
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            hits[(*found)++] = {*match, match.get_weight()};
        }
    });
}

}  // extern "C"

#pragma once

#include <stddef.h>
#include <stdint.h>

/* PDF through poppler-glib and cairo, both found at run time: nothing here needs them to be
   installed until kpdf_load is called. One thread uses all of this. */

/* Loads the libraries by their file names, once a process. Returns NULL, or the name of the library
   or symbol that is missing. */
const char *kpdf_load(const char *poppler, const char *glib, const char *cairo);

typedef struct kpdf_document kpdf_document;

enum kpdf_outcome {
    KPDF_OK,
    KPDF_ENCRYPTED, /* it opens with a password only */
    KPDF_DAMAGED,   /* not a PDF, or nothing of it can be used */
};

/* Opens the bytes of a file, which must outlive the document. */
enum kpdf_outcome kpdf_open(const uint8_t *bytes, size_t length, kpdf_document **document);
void kpdf_close(kpdf_document *document);
int kpdf_page_count(kpdf_document *document);

/* A rectangle in points, the origin at the top left of the page. */
typedef struct {
    double left, top, right, bottom;
} kpdf_box;

/* Characters first..<end are of one font. */
typedef struct {
    const char *font;
    double size;
    int first, end;
} kpdf_style;

/* The text of a page: UTF-8, with a box a character (Unicode scalar). */
typedef struct {
    double width, height;
    const char *text;
    const kpdf_box *boxes;
    size_t box_count;
    const kpdf_style *styles;
    size_t style_count;
    void *owned;
} kpdf_text;

/* Reads page `index`, counted from 0. Returns 0, or -1 for a page that cannot be read. */
int kpdf_read(kpdf_document *document, int index, kpdf_text *text);
void kpdf_free_text(kpdf_text *text);

/* Draws page `index` into 8-bit grey, white behind it, at `scale` pixels a point. Returns malloc'd
   pixels, or NULL for a page that cannot be drawn. */
uint8_t *kpdf_draw(kpdf_document *document, int index, double scale, int *width, int *height);

/* Calls back for each bookmark, depth first; the outermost have depth 0. Page is counted from 0, -1
   when the bookmark leads to none. Goes no further than `limit` bookmarks. */
typedef void (*kpdf_bookmark)(void *context, int depth, const char *title, int page);
void kpdf_outline(kpdf_document *document, int limit, kpdf_bookmark visit, void *context);

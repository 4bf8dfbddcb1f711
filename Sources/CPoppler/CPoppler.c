#include "CPoppler.h"
#include "Library.h"

#include <stdlib.h>
#include <string.h>

#define lib kpdf_lib

struct kpdf_document {
    void *handle;
    void *bytes;
};

enum kpdf_outcome kpdf_open(const uint8_t *bytes, size_t length, kpdf_document **document) {
    glib_error *error = NULL;
    void *data = lib.g_bytes_new_static(bytes, length);
    void *handle = lib.poppler_document_new_from_bytes(data, NULL, &error);
    if (!handle) {
        int code = error ? error->code : 0;
        if (error) lib.g_error_free(error);
        lib.g_bytes_unref(data);
        return code == POPPLER_ERROR_ENCRYPTED ? KPDF_ENCRYPTED : KPDF_DAMAGED;
    }
    *document = malloc(sizeof **document);
    if (!*document) abort();
    **document = (kpdf_document){.handle = handle, .bytes = data};
    return KPDF_OK;
}

void kpdf_close(kpdf_document *document) {
    lib.g_object_unref(document->handle);
    lib.g_bytes_unref(document->bytes);
    free(document);
}

int kpdf_page_count(kpdf_document *document) {
    return lib.poppler_document_get_n_pages(document->handle);
}

/* What one reading of a page allocated. */
struct owned {
    char *text;
    poppler_rectangle *boxes;
    glib_list *attributes;
    kpdf_style *styles;
};

static size_t copy_styles(struct owned *owned) {
    size_t count = 0;
    for (glib_list *item = owned->attributes; item; item = item->next) count++;
    owned->styles = calloc(count ? count : 1, sizeof *owned->styles);
    if (!owned->styles) return 0;
    size_t index = 0;
    for (glib_list *item = owned->attributes; item; item = item->next) {
        const poppler_attributes *from = item->data;
        owned->styles[index++] = (kpdf_style){
            .font = from->font_name ? from->font_name : "",
            .size = from->font_size,
            .first = from->start_index,
            .end = from->end_index + 1,
        };
    }
    return count;
}

int kpdf_read(kpdf_document *document, int index, kpdf_text *text) {
    void *page = lib.poppler_document_get_page(document->handle, index);
    struct owned *owned = page ? calloc(1, sizeof *owned) : NULL;
    if (!owned) {
        if (page) lib.g_object_unref(page);
        return -1;
    }
    *text = (kpdf_text){.owned = owned};
    lib.poppler_page_get_size(page, &text->width, &text->height);
    owned->text = lib.poppler_page_get_text(page);
    unsigned count = 0;
    if (lib.poppler_page_get_text_layout(page, &owned->boxes, &count)) text->box_count = count;
    owned->attributes = lib.poppler_page_get_text_attributes(page);
    text->style_count = copy_styles(owned);
    text->text = owned->text ? owned->text : "";
    // The same four doubles: left, top, right, bottom.
    text->boxes = (const kpdf_box *)owned->boxes;
    text->styles = owned->styles;
    lib.g_object_unref(page);
    return 0;
}

void kpdf_free_text(kpdf_text *text) {
    struct owned *owned = text->owned;
    if (!owned) return;
    lib.g_free(owned->text);
    lib.g_free(owned->boxes);
    lib.poppler_page_free_text_attributes(owned->attributes);
    free(owned->styles);
    free(owned);
    *text = (kpdf_text){0};
}

/* The grey of 0xRRGGBB by the weights of ITU-R BT.601. */
static uint8_t grey(uint32_t pixel) {
    uint32_t red = pixel >> 16 & 0xFF, green = pixel >> 8 & 0xFF, blue = pixel & 0xFF;
    return (uint8_t)((299 * red + 587 * green + 114 * blue) / 1000);
}

static uint8_t *grey_copy(void *surface, int width, int height) {
    lib.cairo_surface_flush(surface);
    const unsigned char *data = lib.cairo_image_surface_get_data(surface);
    int stride = lib.cairo_image_surface_get_stride(surface);
    uint8_t *pixels = data ? malloc((size_t)width * (size_t)height) : NULL;
    if (!pixels) return NULL;
    for (int y = 0; y < height; y++) {
        const uint32_t *row = (const uint32_t *)(data + (size_t)y * (size_t)stride);
        uint8_t *line = pixels + (size_t)y * (size_t)width;
        for (int x = 0; x < width; x++) line[x] = grey(row[x]);
    }
    return pixels;
}

uint8_t *kpdf_draw(kpdf_document *document, int index, double scale, int *width, int *height) {
    void *page = lib.poppler_document_get_page(document->handle, index);
    if (!page) return NULL;
    double points_wide = 0, points_high = 0;
    lib.poppler_page_get_size(page, &points_wide, &points_high);
    *width = (int)(points_wide * scale + 0.5);
    *height = (int)(points_high * scale + 0.5);
    uint8_t *pixels = NULL;
    if (*width > 0 && *height > 0) {
        void *surface = lib.cairo_image_surface_create(CAIRO_FORMAT_RGB24, *width, *height);
        if (lib.cairo_surface_status(surface) == 0) {
            void *context = lib.cairo_create(surface);
            lib.cairo_set_source_rgb(context, 1, 1, 1);
            lib.cairo_paint(context);
            lib.cairo_scale(context, scale, scale);
            lib.poppler_page_render(page, context);
            lib.cairo_destroy(context);
            pixels = grey_copy(surface, *width, *height);
        }
        lib.cairo_surface_destroy(surface);
    }
    lib.g_object_unref(page);
    return pixels;
}

/* The page that a bookmark leads to, counted from 0; -1 for none. */
static int target(kpdf_document *document, const poppler_action *action) {
    if (action->type != POPPLER_ACTION_GOTO_DEST || !action->dest) return -1;
    if (action->dest->type != POPPLER_DEST_NAMED) return action->dest->page_num - 1;
    if (!action->dest->named_dest) return -1;
    poppler_dest *found =
        lib.poppler_document_find_dest(document->handle, action->dest->named_dest);
    if (!found) return -1;
    int page = found->page_num - 1;
    lib.poppler_dest_free(found);
    return page;
}

struct walk {
    kpdf_document *document;
    int left;
    kpdf_bookmark visit;
    void *context;
};

enum { deepest = 12 };

static void walk(struct walk *state, void *iterator, int depth) {
    do {
        if (state->left-- <= 0) return;
        poppler_action *action = lib.poppler_index_iter_get_action(iterator);
        if (action) {
            if (action->title) {
                state->visit(
                    state->context, depth, action->title, target(state->document, action));
            }
            lib.poppler_action_free(action);
        }
        void *child = depth < deepest ? lib.poppler_index_iter_get_child(iterator) : NULL;
        if (child) {
            walk(state, child, depth + 1);
            lib.poppler_index_iter_free(child);
        }
    } while (lib.poppler_index_iter_next(iterator));
}

void kpdf_outline(kpdf_document *document, int limit, kpdf_bookmark visit, void *context) {
    void *iterator = lib.poppler_index_iter_new(document->handle);
    if (!iterator) return;
    struct walk state = {
        .document = document, .left = limit, .visit = visit, .context = context};
    walk(&state, iterator, 0);
    lib.poppler_index_iter_free(iterator);
}

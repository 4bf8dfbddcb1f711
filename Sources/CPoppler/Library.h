#pragma once

/* The few functions and structures that are used of poppler-glib 8, glib 2 and cairo 2, whose
   interfaces their sonames keep stable. Declared here, so that building needs none of their
   headers. */

#include <stddef.h>
#include <stdint.h>

typedef struct {
    double x1, y1, x2, y2;
} poppler_rectangle;

typedef struct {
    char *font_name;
    double font_size;
    int is_underlined;
    uint16_t red, green, blue;
    int start_index;
    int end_index; /* the last character, not the one behind it */
} poppler_attributes;

typedef struct {
    int type;
    int page_num; /* counted from 1 */
    double left, bottom, right, top, zoom;
    char *named_dest;
} poppler_dest;

typedef struct {
    int type;
    char *title;
    poppler_dest *dest; /* of a POPPLER_ACTION_GOTO_DEST only */
} poppler_action;

enum { POPPLER_ACTION_GOTO_DEST = 2 };
enum { POPPLER_DEST_NAMED = 9 };
enum { POPPLER_ERROR_ENCRYPTED = 1 };
enum { CAIRO_FORMAT_RGB24 = 1 };

typedef struct {
    uint32_t domain;
    int code;
    char *message;
} glib_error;

typedef struct {
    void *data;
    void *next, *prev;
} glib_list;

/* X(library, result, name, parameters) for each function. */
#define KPDF_FUNCTIONS(X)                                                                          \
    X(glib, void *, g_bytes_new_static, (const void *, size_t))                                    \
    X(glib, void, g_bytes_unref, (void *))                                                         \
    X(glib, void, g_free, (void *))                                                                \
    X(glib, void, g_error_free, (glib_error *))                                                    \
    X(poppler, void *, poppler_document_new_from_bytes, (void *, const char *, glib_error **))     \
    X(poppler, int, poppler_document_get_n_pages, (void *))                                        \
    X(poppler, void *, poppler_document_get_page, (void *, int))                                   \
    X(poppler, poppler_dest *, poppler_document_find_dest, (void *, const char *))                 \
    X(poppler, void, poppler_dest_free, (poppler_dest *))                                          \
    X(poppler, void, poppler_page_get_size, (void *, double *, double *))                          \
    X(poppler, char *, poppler_page_get_text, (void *))                                            \
    X(poppler, int, poppler_page_get_text_layout, (void *, poppler_rectangle **, unsigned *))      \
    X(poppler, glib_list *, poppler_page_get_text_attributes, (void *))                            \
    X(poppler, void, poppler_page_free_text_attributes, (glib_list *))                             \
    X(poppler, void, poppler_page_render, (void *, void *))                                        \
    X(poppler, void *, poppler_index_iter_new, (void *))                                           \
    X(poppler, void *, poppler_index_iter_get_child, (void *))                                     \
    X(poppler, poppler_action *, poppler_index_iter_get_action, (void *))                          \
    X(poppler, int, poppler_index_iter_next, (void *))                                             \
    X(poppler, void, poppler_index_iter_free, (void *))                                            \
    X(poppler, void, poppler_action_free, (poppler_action *))                                      \
    X(cairo, void *, cairo_image_surface_create, (int, int, int))                                  \
    X(cairo, int, cairo_surface_status, (void *))                                                  \
    X(cairo, void, cairo_surface_flush, (void *))                                                  \
    X(cairo, unsigned char *, cairo_image_surface_get_data, (void *))                              \
    X(cairo, int, cairo_image_surface_get_stride, (void *))                                        \
    X(cairo, void, cairo_surface_destroy, (void *))                                                \
    X(cairo, void *, cairo_create, (void *))                                                       \
    X(cairo, void, cairo_destroy, (void *))                                                        \
    X(cairo, void, cairo_set_source_rgb, (void *, double, double, double))                         \
    X(cairo, void, cairo_paint, (void *))                                                          \
    X(cairo, void, cairo_scale, (void *, double, double))

#define KPDF_MEMBER(library, result, name, parameters) result(*name) parameters;

/* Filled by kpdf_load. g_object_unref lives in libgobject, which poppler-glib brings along. */
struct kpdf_library {
    KPDF_FUNCTIONS(KPDF_MEMBER)
    void (*g_object_unref)(void *);
};

extern struct kpdf_library kpdf_lib;

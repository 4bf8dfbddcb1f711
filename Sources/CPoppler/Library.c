#include "Library.h"
#include "CPoppler.h"

#include <dlfcn.h>
#include <stdbool.h>

struct kpdf_library kpdf_lib;

static bool find(void *library, const char *name, void *member) {
    void *symbol = dlsym(library, name);
    *(void **)member = symbol;
    return symbol != NULL;
}

#define KPDF_FIND(library, result, name, parameters)                                               \
    if (!find(library, #name, &kpdf_lib.name)) return #name;

const char *kpdf_load(const char *poppler_name, const char *glib_name, const char *cairo_name) {
    static bool loaded;
    if (loaded) return NULL;
    void *poppler = dlopen(poppler_name, RTLD_NOW | RTLD_LOCAL);
    if (!poppler) return poppler_name;
    void *glib = dlopen(glib_name, RTLD_NOW | RTLD_LOCAL);
    if (!glib) return glib_name;
    void *cairo = dlopen(cairo_name, RTLD_NOW | RTLD_LOCAL);
    if (!cairo) return cairo_name;
    KPDF_FUNCTIONS(KPDF_FIND)
    // dlsym looks through what a library depends on as well.
    if (!find(poppler, "g_object_unref", &kpdf_lib.g_object_unref)) return "g_object_unref";
    loaded = true;
    return NULL;
}

#include "Library.h"
#include "CTesseract.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdlib.h>

struct kocr_library kocr_lib;

enum { SEVERITY_NONE = 6 };

static bool find(void *library, const char *name, void *member) {
    void *symbol = dlsym(library, name);
    *(void **)member = symbol;
    return symbol != NULL;
}

#define KOCR_FIND(library, result, name, parameters)                                               \
    if (!find(library, #name, &kocr_lib.name)) return #name;

const char *kocr_load(const char *tesseract_name, const char *leptonica_name) {
    static bool loaded;
    if (loaded) return NULL;
    // Read when libgomp is loaded: threads of its own would only wait for each other here.
    setenv("OMP_THREAD_LIMIT", "1", 1);
    void *leptonica = dlopen(leptonica_name, RTLD_NOW | RTLD_LOCAL);
    if (!leptonica) return leptonica_name;
    void *tesseract = dlopen(tesseract_name, RTLD_NOW | RTLD_LOCAL);
    if (!tesseract) return tesseract_name;
    KOCR_FUNCTIONS(KOCR_FIND)
    kocr_lib.setMsgSeverity(SEVERITY_NONE);
    loaded = true;
    return NULL;
}

#include "Image.h"
#include "Library.h"

#include <stdlib.h>

#define lib kocr_lib

struct kocr_engine {
    void *handle;
};

kocr_engine *kocr_open(const char *language) {
    void *handle = lib.TessBaseAPICreate();
    if (!handle) return NULL;
    if (lib.TessBaseAPIInit3(handle, NULL, language) != 0) {
        lib.TessBaseAPIDelete(handle);
        return NULL;
    }
    lib.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
    lib.TessBaseAPISetPageSegMode(handle, PSM_AUTO);
    kocr_engine *engine = malloc(sizeof *engine);
    if (!engine) abort();
    engine->handle = handle;
    return engine;
}

void kocr_close(kocr_engine *engine) {
    lib.TessBaseAPIEnd(engine->handle);
    lib.TessBaseAPIDelete(engine->handle);
    free(engine);
}

int kocr_turn_needed(const kocr_image *image) {
    void *handle = lib.TessBaseAPICreate();
    if (!handle) return 0;
    int degrees = 0;
    if (lib.TessBaseAPIInit3(handle, NULL, "osd") == 0) {
        float sure = 0, script_sure = 0;
        const char *script = NULL;
        lib.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
        lib.TessBaseAPISetPageSegMode(handle, PSM_OSD_ONLY);
        lib.TessBaseAPISetImage2(handle, image->pix);
        int is_known = lib.TessBaseAPIDetectOrientationScript(
            handle, &degrees, &sure, &script, &script_sure);
        if (!is_known) degrees = 0;
        // What it gives is how far the text is turned anticlockwise from upright.
        degrees = (360 - degrees) % 360;
        lib.TessBaseAPIEnd(handle);
    }
    lib.TessBaseAPIDelete(handle);
    return degrees;
}

static void visit_words(void *words, kocr_word visit, void *context) {
    void *boxes = lib.TessResultIteratorGetPageIterator(words);
    int line = -1;
    do {
        if (lib.TessPageIteratorIsAtBeginningOf(boxes, RIL_TEXTLINE)) line++;
        int left, top, right, bottom;
        char *text = lib.TessResultIteratorGetUTF8Text(words, RIL_WORD);
        if (text
            && lib.TessPageIteratorBoundingBox(boxes, RIL_WORD, &left, &top, &right, &bottom)) {
            float confidence = lib.TessResultIteratorConfidence(words, RIL_WORD);
            visit(context, text, left, top, right, bottom, confidence, line);
        }
        if (text) lib.TessDeleteText(text);
    } while (lib.TessResultIteratorNext(words, RIL_WORD));
}

enum kocr_outcome kocr_recognise(
    kocr_engine *engine, const kocr_image *image, int dots_per_inch, int milliseconds,
    kocr_word visit, void *context) {
    lib.TessBaseAPISetImage2(engine->handle, image->pix);
    if (dots_per_inch > 0) lib.TessBaseAPISetSourceResolution(engine->handle, dots_per_inch);
    void *monitor = lib.TessMonitorCreate();
    lib.TessMonitorSetDeadlineMSecs(monitor, milliseconds);
    int failure = lib.TessBaseAPIRecognize(engine->handle, monitor);
    lib.TessMonitorDelete(monitor);
    void *words = failure ? NULL : lib.TessBaseAPIGetIterator(engine->handle);
    if (words) {
        visit_words(words, visit, context);
        lib.TessResultIteratorDelete(words);
    }
    lib.TessBaseAPIClear(engine->handle);
    return failure ? KOCR_TOO_LATE : KOCR_OK;
}

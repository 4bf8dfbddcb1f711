#pragma once

/* The few functions that are used of tesseract 5 (its C interface) and leptonica 5, which their
   sonames keep stable. Declared here, so that building needs none of their headers. */

#include <stddef.h>
#include <stdint.h>

enum { PSM_OSD_ONLY = 0, PSM_AUTO = 3 };
enum { RIL_TEXTLINE = 2, RIL_WORD = 3 };

/* X(library, result, name, parameters) for each function. */
#define KOCR_FUNCTIONS(X)                                                                          \
    X(tesseract, void *, TessBaseAPICreate, (void))                                                \
    X(tesseract, void, TessBaseAPIDelete, (void *))                                                \
    X(tesseract, void, TessBaseAPIEnd, (void *))                                                   \
    X(tesseract, int, TessBaseAPIInit3, (void *, const char *, const char *))                      \
    X(tesseract, void, TessDeleteText, (const char *))                                             \
    X(tesseract, int, TessBaseAPISetVariable, (void *, const char *, const char *))                \
    X(tesseract, void, TessBaseAPISetPageSegMode, (void *, int))                                   \
    X(tesseract, void, TessBaseAPISetImage2, (void *, void *))                                     \
    X(tesseract, void, TessBaseAPISetSourceResolution, (void *, int))                              \
    X(tesseract, int, TessBaseAPIRecognize, (void *, void *))                                      \
    X(tesseract, void, TessBaseAPIClear, (void *))                                                 \
    X(tesseract, int, TessBaseAPIDetectOrientationScript,                                          \
      (void *, int *, float *, const char **, float *))                                            \
    X(tesseract, void *, TessMonitorCreate, (void))                                                \
    X(tesseract, void, TessMonitorDelete, (void *))                                                \
    X(tesseract, void, TessMonitorSetDeadlineMSecs, (void *, int))                                 \
    X(tesseract, void *, TessBaseAPIGetIterator, (void *))                                         \
    X(tesseract, void, TessResultIteratorDelete, (void *))                                         \
    X(tesseract, void *, TessResultIteratorGetPageIterator, (void *))                              \
    X(tesseract, int, TessResultIteratorNext, (void *, int))                                       \
    X(tesseract, char *, TessResultIteratorGetUTF8Text, (const void *, int))                       \
    X(tesseract, float, TessResultIteratorConfidence, (const void *, int))                         \
    X(tesseract, int, TessPageIteratorIsAtBeginningOf, (const void *, int))                        \
    X(tesseract, int, TessPageIteratorBoundingBox,                                                 \
      (const void *, int, int *, int *, int *, int *))                                             \
    X(leptonica, int, pixReadHeaderMem,                                                            \
      (const uint8_t *, size_t, int32_t *, int32_t *, int32_t *, int32_t *, int32_t *, int32_t *)) \
    X(leptonica, int, readHeaderMemTiff,                                                           \
      (const uint8_t *, size_t, int32_t, int32_t *, int32_t *, int32_t *, int32_t *, int32_t *,    \
       int32_t *, int32_t *))                                                                      \
    X(leptonica, void *, pixReadMem, (const uint8_t *, size_t))                                    \
    X(leptonica, void *, pixReadMemTiff, (const uint8_t *, size_t, int32_t))                       \
    X(leptonica, void *, pixCreate, (int32_t, int32_t, int32_t))                                   \
    X(leptonica, void, pixDestroy, (void **))                                                      \
    X(leptonica, void *, pixRemoveAlpha, (void *))                                                 \
    X(leptonica, void *, pixConvertTo8, (void *, int32_t))                                         \
    X(leptonica, void *, pixRotateOrth, (void *, int32_t))                                         \
    X(leptonica, void *, pixDeskew, (void *, int32_t))                                             \
    X(leptonica, void *, pixScale, (void *, float, float))                                         \
    X(leptonica, int32_t, pixGetWidth, (const void *))                                             \
    X(leptonica, int32_t, pixGetHeight, (const void *))                                            \
    X(leptonica, int32_t, pixGetWpl, (const void *))                                               \
    X(leptonica, uint32_t *, pixGetData, (void *))                                                 \
    X(leptonica, int32_t, setMsgSeverity, (int32_t))

#define KOCR_MEMBER(library, result, name, parameters) result(*name) parameters;

/* Filled by kocr_load. */
struct kocr_library {
    KOCR_FUNCTIONS(KOCR_MEMBER)
};

extern struct kocr_library kocr_lib;

#pragma once

#include <stddef.h>
#include <stdint.h>

/* Reading text off images through tesseract and leptonica, both found at run time: nothing here
   needs them to be installed until kocr_load is called. One thread uses all of this. */

/* Loads the libraries by their file names, once a process. Returns NULL, or the name of the library
   or symbol that is missing. */
const char *kocr_load(const char *tesseract, const char *leptonica);

typedef struct kocr_engine kocr_engine;
typedef struct kocr_image kocr_image;

/* Starts recognition in a language such as `chi_sim`. Returns NULL when its data are missing. */
kocr_engine *kocr_open(const char *language);
void kocr_close(kocr_engine *engine);

enum kocr_outcome {
    KOCR_OK,
    KOCR_DAMAGED,   /* not an image that can be decoded */
    KOCR_TOO_LARGE, /* more pixels than allowed */
    KOCR_TOO_LATE,  /* recognition did not end in time */
};

/* Decodes one image of a file: PNG, JPEG, TIFF, WebP, BMP and what else leptonica knows. `index` is
   counted from 0 and matters for TIFF only; `count` becomes the number of images in the file. */
enum kocr_outcome kocr_decode(
    const uint8_t *bytes, size_t length, int index, int64_t most_pixels, kocr_image **image,
    int *count);

/* Makes an image of 8-bit grey pixels, row by row. */
kocr_image *kocr_from_grey(const uint8_t *pixels, int width, int height);
void kocr_free(kocr_image *image);
int kocr_width(const kocr_image *image);
int kocr_height(const kocr_image *image);

/* A copy turned clockwise by 90, 180 or 270 degrees; NULL on failure. */
kocr_image *kocr_turned(const kocr_image *image, int degrees);

/* How far the image must be turned clockwise to stand upright: 0, 90, 180, 270; 0 when unknown. */
int kocr_turn_needed(const kocr_image *image);

/* One word, in UTF-8, with its box in pixels, its confidence from 0 to 100, and the line it is on,
   counted from 0. */
typedef void (*kocr_word)(
    void *context, const char *text, int left, int top, int right, int bottom, float confidence,
    int line);

/* Recognises the words of an image within `milliseconds`. `dots_per_inch` may be 0 for unknown. */
enum kocr_outcome kocr_recognise(
    kocr_engine *engine, const kocr_image *image, int dots_per_inch, int milliseconds,
    kocr_word visit, void *context);

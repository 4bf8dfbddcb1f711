#include "Image.h"
#include "Library.h"

#include <stdbool.h>
#include <stdlib.h>

#define lib kocr_lib

/* Letters of fewer than about 13 pixels are too small for the recogniser; larger ones only
   suffer from being enlarged. */
enum { narrow = 600 };

static kocr_image *wrap(void *pix) {
    if (!pix) return NULL;
    kocr_image *image = malloc(sizeof *image);
    if (!image) abort();
    image->pix = pix;
    return image;
}

/* Replaces a pix by what was made of it, or keeps it when nothing was. */
static void *replace(void *pix, void *made) {
    if (!made) return pix;
    lib.pixDestroy(&pix);
    return made;
}

static bool is_tiff(const uint8_t *bytes, size_t length) {
    if (length < 4) return false;
    bool little = bytes[0] == 'I' && bytes[1] == 'I' && bytes[2] == 42 && bytes[3] == 0;
    bool big = bytes[0] == 'M' && bytes[1] == 'M' && bytes[2] == 0 && bytes[3] == 42;
    return little || big;
}

static bool tiff_size(const uint8_t *bytes, size_t length, int index, int32_t *w, int32_t *h) {
    int32_t bits, samples, resolution, colours, format;
    return lib.readHeaderMemTiff(
               bytes, length, index, w, h, &bits, &samples, &resolution, &colours, &format)
        == 0;
}

static int count_images(const uint8_t *bytes, size_t length) {
    enum { most = 10000 };
    int32_t width, height;
    int count = 1;
    while (count < most && tiff_size(bytes, length, count, &width, &height)) count++;
    return count;
}

static bool size_of(const uint8_t *bytes, size_t length, int index, int32_t *w, int32_t *h) {
    if (is_tiff(bytes, length)) return tiff_size(bytes, length, index, w, h);
    int32_t format, bits, samples, colours;
    return lib.pixReadHeaderMem(bytes, length, &format, w, h, &bits, &samples, &colours) == 0;
}

enum kocr_outcome kocr_decode(
    const uint8_t *bytes, size_t length, int index, int64_t most_pixels, kocr_image **image,
    int *count) {
    int32_t width = 0, height = 0;
    bool tiff = is_tiff(bytes, length);
    *count = 1;
    if (!size_of(bytes, length, index, &width, &height) || width <= 0 || height <= 0) {
        return KOCR_DAMAGED;
    }
    if (tiff) *count = count_images(bytes, length);
    if ((int64_t)width * height > most_pixels) return KOCR_TOO_LARGE;
    void *pix = tiff ? lib.pixReadMemTiff(bytes, length, index) : lib.pixReadMem(bytes, length);
    if (!pix) return KOCR_DAMAGED;
    pix = replace(pix, lib.pixRemoveAlpha(pix));
    pix = replace(pix, lib.pixConvertTo8(pix, 0));
    if (width < narrow && (int64_t)width * height * 4 <= most_pixels) {
        pix = replace(pix, lib.pixScale(pix, 2, 2));
    }
    *image = wrap(replace(pix, lib.pixDeskew(pix, 0)));
    return KOCR_OK;
}

kocr_image *kocr_from_grey(const uint8_t *pixels, int width, int height) {
    void *pix = lib.pixCreate(width, height, 8);
    if (!pix) return NULL;
    uint32_t *data = lib.pixGetData(pix);
    size_t words = (size_t)lib.pixGetWpl(pix);
    // Leptonica keeps the leftmost pixel in the highest byte of each word.
    for (int y = 0; y < height; y++) {
        const uint8_t *row = pixels + (size_t)y * (size_t)width;
        uint32_t *line = data + (size_t)y * words;
        for (int x = 0; x < width; x++) line[x / 4] |= (uint32_t)row[x] << (24 - 8 * (x % 4));
    }
    return wrap(replace(pix, lib.pixDeskew(pix, 0)));
}

void kocr_free(kocr_image *image) {
    lib.pixDestroy(&image->pix);
    free(image);
}

int kocr_width(const kocr_image *image) { return lib.pixGetWidth(image->pix); }

int kocr_height(const kocr_image *image) { return lib.pixGetHeight(image->pix); }

kocr_image *kocr_turned(const kocr_image *image, int degrees) {
    return wrap(lib.pixRotateOrth(image->pix, degrees / 90));
}

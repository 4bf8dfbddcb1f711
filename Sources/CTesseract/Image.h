#pragma once

#include "CTesseract.h"

/* An 8-bit grey image of leptonica's. */
struct kocr_image {
    void *pix;
};

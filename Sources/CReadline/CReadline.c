#include "include/CReadline.h"

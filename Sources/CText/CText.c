#include "include/CText.h"

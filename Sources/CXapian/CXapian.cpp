#include "include/CXapian.h"

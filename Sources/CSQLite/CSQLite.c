/* Every shim is inline in the header; a C target needs one source file. */
#include "include/CSQLite.h"

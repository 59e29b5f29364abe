/* dynamic: as `nothing`, but started through the dynamic loader. It needs no library. */
#include "nothing.c"

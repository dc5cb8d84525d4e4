#ifndef CMONGO_SHIM_H
#define CMONGO_SHIM_H
#include <mongoc/mongoc.h>
#endif

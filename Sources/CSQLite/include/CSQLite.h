#pragma once

#include <sqlite3.h>

/* What Swift cannot import from sqlite3.h: a cast macro and a variadic function. */

/* Binds a text that SQLite copies at once. */
static inline int kefu_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* Binds bytes that SQLite copies at once. */
static inline int kefu_sqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, long count) {
    return sqlite3_bind_blob64(statement, index, count == 0 ? "" : bytes, (sqlite3_uint64)count, SQLITE_TRANSIENT);
}

/* Switches one of the SQLITE_DBCONFIG_… flags that take an on/off value. */
static inline int kefu_sqlite_set_flag(sqlite3 *database, int flag, int isOn) {
    return sqlite3_db_config(database, flag, isOn, (int *)0);
}

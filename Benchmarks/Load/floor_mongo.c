// What reading a person's records costs at least: libmongoc alone, the six reads of a snapshot, every byte looked at.
//
//   floor_mongo URI DATABASE ROUNDS < ids of people, one a line
//
// Prints a line of JSON.
#include "load.h"

#include <mongoc/mongoc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const owned[] = {"incomes", "expenses", "budgets", "debts", "savinggoals"};
static long documents, fields;

static void walk(const bson_t *document) {
    bson_iter_t at;
    documents++;
    if (bson_iter_init(&at, document))
        while (bson_iter_next(&at)) fields += bson_iter_type(&at) != BSON_TYPE_EOD;
}

static void read_all(mongoc_collection_t *collection, const char *field, const bson_oid_t *id) {
    bson_t filter = BSON_INITIALIZER;
    BSON_APPEND_OID(&filter, field, id);
    mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(collection, &filter, NULL, NULL);
    const bson_t *document;
    while (mongoc_cursor_next(cursor, &document)) walk(document);
    bson_error_t error;
    if (mongoc_cursor_error(cursor, &error)) {
        fprintf(stderr, "%s\n", error.message);
        exit(2);
    }
    mongoc_cursor_destroy(cursor);
    bson_destroy(&filter);
}

int main(int count, char **arguments) {
    if (count < 4) return 2;
    mongoc_init();
    mongoc_client_t *client = mongoc_client_new(arguments[1]);
    mongoc_collection_t *users = mongoc_client_get_collection(client, arguments[2], "users"), *rest[5];
    for (int i = 0; i < 5; i++) rest[i] = mongoc_client_get_collection(client, arguments[2], owned[i]);
    size_t people;
    char **ids = lines_of("/dev/stdin", &people);
    double before = own_cpu();
    int64_t begun = now_ns();
    int rounds = atoi(arguments[3]);
    for (int round = 0; round < rounds; round++) {
        bson_oid_t id;
        bson_oid_init_from_string(&id, ids[(size_t)round % people]);
        read_all(users, "_id", &id);
        for (int i = 0; i < 5; i++) read_all(rest[i], "userId", &id);
    }
    printf("{\"snapshots\":%d,\"documents\":%ld,\"fields\":%ld,\"cpu\":%.4f,\"wall\":%.4f}\n", rounds, documents, fields,
           own_cpu() - before, (double)(now_ns() - begun) / 1e9);
    return 0;
}

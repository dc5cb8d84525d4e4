/* libcurl for Swift: its option calls are variadic, which Swift cannot call, so each kind of argument has a typed
   function here. The parentheses get past curl's own type-checking macros of the same names. */
#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H
#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>

typedef size_t (*ccurl_intake)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode ccurl_global_init(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return (curl_easy_setopt)(easy, option, value);
}
static inline CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
    return (curl_easy_setopt)(easy, option, value);
}
static inline CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return (curl_easy_setopt)(easy, option, value);
}
static inline CURLcode ccurl_set_bytes(CURL *easy, CURLoption option, const void *value) {
    return (curl_easy_setopt)(easy, option, value);
}
static inline CURLcode ccurl_set_private(CURL *easy, void *value) {
    return (curl_easy_setopt)(easy, CURLOPT_PRIVATE, value);
}
static inline CURLcode ccurl_set_headers(CURL *easy, struct curl_slist *lines) {
    return (curl_easy_setopt)(easy, CURLOPT_HTTPHEADER, lines);
}
static inline CURLcode ccurl_set_body_intake(CURL *easy, ccurl_intake intake, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_WRITEFUNCTION, intake);
    return code != CURLE_OK ? code : (curl_easy_setopt)(easy, CURLOPT_WRITEDATA, context);
}
static inline CURLcode ccurl_set_header_intake(CURL *easy, ccurl_intake intake, void *context) {
    CURLcode code = (curl_easy_setopt)(easy, CURLOPT_HEADERFUNCTION, intake);
    return code != CURLE_OK ? code : (curl_easy_setopt)(easy, CURLOPT_HEADERDATA, context);
}
static inline CURLcode ccurl_get_private(CURL *easy, void **value) {
    return (curl_easy_getinfo)(easy, CURLINFO_PRIVATE, (char **)value);
}
static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return (curl_multi_setopt)(multi, option, value);
}

/* The value of a macro with a cast, which Swift does not see. */
static inline size_t ccurl_pause_intake(void) { return CURL_WRITEFUNC_PAUSE; }

/* A write to a connection the server has closed raises SIGPIPE in the thread that writes; blocked there, the write
   fails with EPIPE instead and the process lives. */
static inline void ccurl_block_sigpipe(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}
#endif

// What the provider's stream costs at least: libcurl alone reads the answers and counts their tokens.
//
//   floor_curl PORT STREAMS ANSWERS
//
// STREAMS at a time until ANSWERS have been read; prints a line of JSON.
#include "load.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char body[] = "{\"model\":\"gpt-4o\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"How?\"}]}";
static long tokens;

static size_t take(char *bytes, size_t size, size_t count, void *unused) {
    (void)unused;
    size_t left = size * count;
    for (const char *at = bytes; (at = find(at, left - (size_t)(at - bytes), "\"content\"")); at++) tokens++;
    return left;
}

static void ask(CURLM *multi, const char *address) {
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, address);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_multi_add_handle(multi, easy);
}

int main(int count, char **arguments) {
    if (count < 4) return 2;
    int streams = atoi(arguments[2]), answers = atoi(arguments[3]), asked = 0, done = 0, running;
    char address[64];
    snprintf(address, sizeof address, "http://127.0.0.1:%s/v1/chat/completions", arguments[1]);
    curl_global_init(CURL_GLOBAL_ALL);
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)streams);
    int64_t begun = now_ns();
    double before = own_cpu();
    while (done < answers) {
        for (; asked < answers && asked - done < streams; asked++) ask(multi, address);
        curl_multi_perform(multi, &running);
        int left;
        for (CURLMsg *message; (message = curl_multi_info_read(multi, &left)); done++) {
            if (message->data.result != CURLE_OK) fail("the provider");
            CURL *easy = message->easy_handle;
            curl_multi_remove_handle(multi, easy);
            curl_easy_cleanup(easy);
        }
        curl_multi_poll(multi, NULL, 0, 100, NULL);
    }
    printf("{\"answers\":%d,\"tokens\":%ld,\"cpu\":%.4f,\"wall\":%.4f}\n", done, tokens, own_cpu() - before,
           (double)(now_ns() - begun) / 1e9);
    return 0;
}

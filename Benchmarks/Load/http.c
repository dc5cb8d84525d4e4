// Requests over connections that stay open, from one thread.
//
//   http PORT LINES CONNECTIONS TOTAL
//
// A line of the file LINES is a request: its path, a tab, its bearer token, a tab, the address it says it comes from.
// They are sent in turn until TOTAL have been answered; then a line of JSON is printed.
#define _GNU_SOURCE
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

enum { LONGEST_S = 240 };

struct line {
    int fd;
    int64_t asked;
    struct buffer in;
};

static char **requests;
static size_t request_count, sent, answered, failed;
static struct samples waits;

static void ask(struct line *line, size_t total) {
    if (sent == total) return;
    char *request = requests[sent++ % request_count];
    line->asked = now_ns();
    send_all(line->fd, request, strlen(request));
}

// A whole answer from the front; 0 when there is none yet.
static int take(struct line *line) {
    const char *end = find(line->in.bytes, line->in.count, "\r\n\r\n");
    if (!end) return 0;
    const char *field = strcasestr(line->in.bytes, "content-length:");
    if (!field || field > end) fail("an answer without its length");
    size_t size = (size_t)(end - line->in.bytes) + 4 + strtoul(field + 15, NULL, 10);
    if (line->in.count < size) return 0;
    sample(&waits, now_ns() - line->asked);
    answered++;
    if (!find(line->in.bytes, 16, " 200 ") && !failed++) fprintf(stderr, "%.400s\n", line->in.bytes);
    buffer_drop(&line->in, size);
    return 1;
}

static void prepare(void) {
    for (size_t i = 0; i < request_count; i++) {
        char *path = strtok(requests[i], "\t"), *token = strtok(NULL, "\t"), *from = strtok(NULL, "\t"), *whole;
        if (asprintf(&whole,
                     "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nX-Forwarded-For: %s\r\n\r\n",
                     path, token ? token : "", from ? from : "127.0.0.1") < 0)
            fail("memory");
        requests[i] = whole;
    }
}

int main(int count, char **arguments) {
    if (count < 5) return 2;
    requests = lines_of(arguments[2], &request_count);
    prepare();
    size_t line_count = (size_t)atoi(arguments[3]), total = (size_t)atoi(arguments[4]);
    struct line *lines = calloc(line_count, sizeof *lines);
    int poller = epoll_create1(0);
    int64_t begun = now_ns(), limit = begun + LONGEST_S * 1000000000LL;
    for (size_t i = 0; lines && i < line_count; i++) {
        if ((lines[i].fd = connect_loopback(atoi(arguments[1]))) < 0) fail("connect");
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &lines[i]};
        epoll_ctl(poller, EPOLL_CTL_ADD, lines[i].fd, &event);
        ask(&lines[i], total);
    }
    while (answered < total && now_ns() < limit) {
        struct epoll_event events[64];
        int ready = epoll_wait(poller, events, 64, 100);
        for (int i = 0; i < ready; i++) {
            struct line *line = events[i].data.ptr;
            if (!buffer_receive(&line->in, line->fd)) fail("a connection was closed");
            if (take(line)) ask(line, total);
        }
    }
    printf("{\"requests\":%zu,\"failed\":%zu,\"wall\":%.4f,\"cpu\":%.4f,\"p50\":%.3f,\"p99\":%.3f}\n", answered, failed,
           (double)(now_ns() - begun) / 1e9, own_cpu(), percentile(&waits, 50), percentile(&waits, 99));
    return failed > 0;
}

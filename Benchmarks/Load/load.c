#define _GNU_SOURCE
#include "load.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int64_t now_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

double own_cpu(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

void fail(const char *words) {
    perror(words);
    exit(2);
}

void buffer_reserve(struct buffer *buffer, size_t more) {
    if (buffer->count + more < buffer->room) return;
    buffer->room = (buffer->count + more + 1) * 2;
    buffer->bytes = realloc(buffer->bytes, buffer->room);
    if (!buffer->bytes) fail("memory");
}

void buffer_append(struct buffer *buffer, const char *bytes, size_t count) {
    buffer_reserve(buffer, count);
    memcpy(buffer->bytes + buffer->count, bytes, count);
    buffer->count += count;
}

void buffer_drop(struct buffer *buffer, size_t count) {
    buffer->count -= count;
    if (!buffer->bytes) return;
    memmove(buffer->bytes, buffer->bytes + count, buffer->count);
    buffer->bytes[buffer->count] = 0;
}

int buffer_receive(struct buffer *buffer, int fd) {
    buffer_reserve(buffer, 4096);
    ssize_t count = recv(fd, buffer->bytes + buffer->count, buffer->room - buffer->count, 0);
    if (count > 0) buffer->count += (size_t)count;
    buffer->bytes[buffer->count] = 0;
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
}

const char *find(const char *bytes, size_t count, const char *word) {
    return memmem(bytes, count, word, strlen(word));
}

void stamp_write(char *into, const char *kind, int64_t time) {
    memcpy(into, kind, 2);
    for (int i = STAMP_LETTERS - 1; i >= 0; i--, time >>= 4) into[2 + i] = (char)('a' + (time & 15));
}

int64_t stamp_read(const char *bytes, size_t count, const char *kind) {
    const char *end = bytes + count;
    for (const char *at = bytes; (at = find(at, (size_t)(end - at), kind)); at += 2) {
        int64_t time = 0;
        int i = 0;
        while (i < STAMP_LETTERS && at + 2 + i < end && at[2 + i] >= 'a' && at[2 + i] <= 'p')
            time = time << 4 | (at[2 + i++] - 'a');
        if (i == STAMP_LETTERS) return time;
    }
    return 0;
}

static void hurry(int fd) {
    int yes = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

int connect_loopback(int port) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0) {
        if (fd >= 0) close(fd);
        return -1;
    }
    hurry(fd);
    return fd;
}

int listen_loopback(int *port) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), yes = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)*port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(fd, (struct sockaddr *)&address, size) < 0 || listen(fd, 4096) < 0) fail("listen");
    getsockname(fd, (struct sockaddr *)&address, &size);
    *port = ntohs(address.sin_port);
    return fd;
}

int send_all(int fd, const char *bytes, size_t count) {
    while (count) {
        ssize_t sent = send(fd, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EAGAIN && errno != EINTR) return 0;
        if (sent < 0) {
            struct pollfd wait = {.fd = fd, .events = POLLOUT};
            if (poll(&wait, 1, 1000) == 0) return 0;
            continue;
        }
        bytes += sent;
        count -= (size_t)sent;
    }
    return 1;
}

char **lines_of(const char *path, size_t *count) {
    FILE *file = fopen(path, "r");
    if (!file) fail(path);
    char **lines = NULL, *line = NULL;
    size_t room = 0, size = 0;
    *count = 0;
    for (ssize_t length; (length = getline(&line, &size, file)) > 0; line = NULL, size = 0) {
        if (line[length - 1] == '\n') line[length - 1] = 0;
        if (*count == room && !(lines = realloc(lines, (room = room * 2 + 64) * sizeof *lines))) fail("memory");
        lines[(*count)++] = line;
    }
    fclose(file);
    return lines;
}

void sample(struct samples *samples, int64_t value) {
    if (samples->count == samples->room) {
        samples->room = samples->room * 2 + 256;
        samples->values = realloc(samples->values, samples->room * sizeof *samples->values);
        if (!samples->values) fail("memory");
    }
    samples->values[samples->count++] = value;
}

static int ascending(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

double percentile(struct samples *samples, double percent) {
    if (!samples->count) return 0;
    qsort(samples->values, samples->count, sizeof *samples->values, ascending);
    size_t at = (size_t)(percent / 100 * (double)(samples->count - 1) + 0.5);
    return (double)samples->values[at] / 1e6;
}

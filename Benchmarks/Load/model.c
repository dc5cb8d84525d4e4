// A chat-completions server for load figures: the same words to everyone, a token at a fixed pace, or whole after the
// same time. One thread; it says nothing about faults (the tests have their own).
//
//   model GAP_MICROSECONDS      prints its port, serves until it is ended
//
// Each sentence begins with a word that holds the time of its first token, so that whoever reads the answer behind a
// service knows what the service added.
#define _GNU_SOURCE
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { TOKENS = 64, MOST = 8192 };

// 64 tokens in five sentences. `@` stands for the stamp of its own time, `#` for that of the question.
static const char *const words[TOKENS] = {
    "@", " you", " asked", " #", " about", " this", " month", ".", " @", " your", " rent", " and", " bills", " come",
    " first", ",", " and", " they", " are", " covered", " by", " what", " you", " earn", ".", " @", " what", " is",
    " left", " goes", " to", " food", " and", " travel", ",", " which", " you", " keep", " in", " hand", ".", " @",
    " put", " the", " rest", " towards", " the", " card", " with", " the", " highest", " rate", " first", ".", " @",
    " ask", " me", " any", " time", " how", " the", " plan", " goes", "."};

struct stream {
    int fd, told, is_whole;
    int64_t asked, due;
    struct buffer in;
};

static struct stream *streams[MOST];
static int running[MOST], running_count;
static int64_t gap;

static size_t spell(char *into, const char *word, int64_t asked) {
    size_t count = 0;
    for (; *word; word++) {
        if (*word != '@' && *word != '#') {
            into[count++] = *word;
            continue;
        }
        stamp_write(into + count, *word == '@' ? STAMP_WRITTEN : STAMP_ASKED, *word == '@' ? now_ns() : asked);
        count += 2 + STAMP_LETTERS;
    }
    return count;
}

static void chunk(struct buffer *out, const char *data) {
    char size[24];
    buffer_append(out, size, (size_t)sprintf(size, "%zx\r\n", strlen(data)));
    buffer_append(out, data, strlen(data));
    buffer_append(out, "\r\n", 2);
}

static void event(struct buffer *out, const char *delta, const char *finish) {
    char data[512];
    sprintf(data,
            "data: {\"id\":\"chatcmpl-Bench\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,"
            "\"model\":\"gpt-4o-2024-08-06\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_0000000000\","
            "\"choices\":[{\"index\":0,\"delta\":{%s},\"logprobs\":null,\"finish_reason\":%s}],\"usage\":null}\n\n",
            delta, finish);
    chunk(out, data);
}

static void token(struct stream *stream, struct buffer *out) {
    char word[64], delta[96];
    word[spell(word, words[stream->told], stream->asked)] = 0;
    sprintf(delta, "\"content\":\"%s\"", word);
    event(out, delta, "null");
    stream->told++;
}

static void last(struct buffer *out) {
    event(out, "", "\"stop\"");
    chunk(out,
          "data: {\"id\":\"chatcmpl-Bench\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,"
          "\"model\":\"gpt-4o-2024-08-06\",\"choices\":[],\"usage\":{\"prompt_tokens\":900,\"completion_tokens\":64,"
          "\"total_tokens\":964}}\n\n");
    chunk(out, "data: [DONE]\n\n");
    chunk(out, "");
}

static void whole(struct buffer *out, const char *content, size_t count) {
    char head[512], body[4096];
    int size = sprintf(body,
                       "{\"id\":\"chatcmpl-Bench\",\"object\":\"chat.completion\",\"created\":1790000000,"
                       "\"model\":\"gpt-4o-2024-08-06\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                       "\"content\":\"%.*s\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
                       "\"usage\":{\"prompt_tokens\":900,\"completion_tokens\":64,\"total_tokens\":964}}",
                       (int)count, content);
    int length = sprintf(
        head, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", size);
    buffer_append(out, head, (size_t)length);
    buffer_append(out, body, (size_t)size);
}

static void all_words(struct stream *stream, struct buffer *out) {
    char text[2048];
    size_t count = 0;
    for (int i = 0; i < TOKENS; i++) count += spell(text + count, words[i], stream->asked);
    whole(out, text, count);
}

// What is due is told; 1 while there is more.
static int tell(struct stream *stream, int64_t now) {
    static struct buffer out;
    out.count = 0;
    if (stream->is_whole) {
        if (stream->asked + gap * TOKENS > now) return 1;
        all_words(stream, &out);
        stream->told = TOKENS;
    }
    while (stream->told < TOKENS && stream->due <= now) {
        token(stream, &out);
        stream->due += gap;
    }
    if (stream->told == TOKENS && !stream->is_whole) last(&out);
    return send_all(stream->fd, out.bytes, out.count) && stream->told < TOKENS;
}

static void begin(struct stream *stream, const char *body, size_t count) {
    static const char head[] =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream->asked = now_ns();
    stream->due = stream->asked + gap;
    stream->told = 0;
    if (find(body, count, "json_object")) {
        struct buffer out = {0};
        const char *words = "{\\\"comparison\\\":\\\"You spend about what others like you spend.\\\"}";
        whole(&out, words, strlen(words));
        send_all(stream->fd, out.bytes, out.count);
        free(out.bytes);
        return;
    }
    stream->is_whole = !find(body, count, "\"stream\":true") && !find(body, count, "\"stream\": true");
    if (!stream->is_whole) send_all(stream->fd, head, sizeof head - 1);
    running[running_count++] = stream->fd;
}

static void hear(struct stream *stream) {
    const char *end = find(stream->in.bytes, stream->in.count, "\r\n\r\n");
    if (!end) return;
    const char *field = strcasestr(stream->in.bytes, "content-length:");
    size_t head = (size_t)(end - stream->in.bytes) + 4, length = field && field < end ? strtoul(field + 15, NULL, 10) : 0;
    if (stream->in.count < head + length) return;
    begin(stream, stream->in.bytes + head, length);
    buffer_drop(&stream->in, head + length);
}

static void forget(int fd) {
    for (int i = 0; i < running_count; i++)
        if (running[i] == fd) running[i--] = running[--running_count];
    free(streams[fd]->in.bytes);
    free(streams[fd]);
    streams[fd] = NULL;
    close(fd);
}

static void welcome(int poller, int listener) {
    for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
        if (fd >= MOST || !(streams[fd] = calloc(1, sizeof **streams))) fail("too many connections");
        streams[fd]->fd = fd;
        struct epoll_event interest = {.events = EPOLLIN, .data.fd = fd};
        epoll_ctl(poller, EPOLL_CTL_ADD, fd, &interest);
    }
}

// Nanoseconds until something is due, at most a second.
static int64_t until_due(void) {
    int64_t first = now_ns() + 1000000000;
    for (int i = 0; i < running_count; i++) {
        struct stream *stream = streams[running[i]];
        int64_t due = stream->is_whole ? stream->asked + gap * TOKENS : stream->due;
        if (due < first) first = due;
    }
    int64_t wait = first - now_ns();
    return wait > 0 ? wait : 0;
}

int main(int count, char **arguments) {
    int port = 0, listener = listen_loopback(&port), poller = epoll_create1(0);
    gap = count > 1 ? atoll(arguments[1]) * 1000 : 20000000;
    struct epoll_event interest = {.events = EPOLLIN, .data.fd = listener}, events[256];
    epoll_ctl(poller, EPOLL_CTL_ADD, listener, &interest);
    printf("%d\n", port);
    fflush(stdout);
    for (;;) {
        int64_t wait = until_due();
        struct timespec limit = {.tv_sec = wait / 1000000000, .tv_nsec = wait % 1000000000};
        int ready = epoll_pwait2(poller, events, 256, &limit, NULL);
        for (int i = 0; i < ready; i++) {
            int fd = events[i].data.fd;
            if (fd == listener) welcome(poller, listener);
            else if (buffer_receive(&streams[fd]->in, fd)) hear(streams[fd]);
            else forget(fd);
        }
        int64_t now = now_ns();
        for (int i = 0; i < running_count; i++)
            if (!tell(streams[running[i]], now)) running[i--] = running[--running_count];
    }
}

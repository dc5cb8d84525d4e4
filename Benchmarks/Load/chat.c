// Many chat sockets from one thread: opens them, then each asks its questions one after the other, or all stay idle.
//
//   chat PORT LINES TURNS STAGGER_MS [deflate]
//
// A line of the file LINES is a socket: its path with the token, a tab, the address it says it comes from. Prints a line
// of JSON when all are open; then waits for a line of input, asks TURNS questions on each, the first of them spread over
// STAGGER_MS, and prints another. Any server of the old wire will do: an answer ends with its status frame.
#define _GNU_SOURCE
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

// A frame below TOKEN_FRAME bytes holds one token.
enum { OPENING_AT_ONCE = 40, LONGEST_S = 240, TOKEN_FRAME = 60 };

struct chat {
    int fd, has_joined, has_spoken, has_failed, turns, is_upgraded;
    int64_t opened, asked, heard, due;
    struct buffer in;
};

static struct chat *chats;
static size_t chat_count, opened, joined, finished, failed;
static int turns, poller, is_deflate;
static struct samples joins, firsts, added, reached, wholes;
static int64_t frames, bytes;

static void interest(struct chat *chat) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = chat};
    epoll_ctl(poller, EPOLL_CTL_ADD, chat->fd, &event);
}

static void open_one(struct chat *chat, int port, char *line) {
    char request[4096], *from = strchr(line, '\t');
    if (from) *from++ = 0;
    chat->opened = now_ns();
    if ((chat->fd = connect_loopback(port)) < 0) fail("connect");
    int size = snprintf(request, sizeof request,
                        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        "X-Forwarded-For: %s\r\n%s\r\n",
                        line, port, from ? from : "127.0.0.1",
                        is_deflate ? "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n" : "");
    send_all(chat->fd, request, (size_t)size);
    interest(chat);
    opened++;
}

static void send_frame(struct chat *chat, int opcode, const char *text, size_t count) {
    unsigned char frame[256] = {(unsigned char)(0x80 | opcode), (unsigned char)(0x80 | count), 0, 0, 0, 0};
    memcpy(frame + 6, text, count);
    if (!send_all(chat->fd, (char *)frame, count + 6)) failed++;
}

static void ask(struct chat *chat) {
    static const char question[] = "{\"message\":\"How am I doing this month?\"}";
    chat->asked = now_ns();
    chat->heard = 0;
    chat->due = 0;
    chat->has_spoken = 0;
    chat->has_failed = 0;
    send_frame(chat, 1, question, sizeof question - 1);
}

static void end_turn(struct chat *chat) {
    if (!chat->has_failed) sample(&wholes, now_ns() - chat->asked);
    if (++chat->turns < turns) ask(chat);
    else finished++;
}

// Words of an answer. A frame of one token holds its own time. A frame of a sentence was complete when the model began
// the next one, so the stamp that begins the next frame says when that was.
static void take_words(struct chat *chat, const char *text, size_t count) {
    int64_t now = now_ns(), written = stamp_read(text, count, STAMP_WRITTEN), asked = stamp_read(text, count, STAMP_ASKED);
    if (!chat->has_spoken) sample(&firsts, now - chat->asked);
    if (asked) sample(&reached, asked - chat->asked);
    if (written && count < TOKEN_FRAME) sample(&added, now - written);
    else if (written && chat->heard) sample(&added, chat->heard - written);
    chat->has_spoken = 1;
    chat->heard = now;
}

static void take_text(struct chat *chat, const char *text, size_t count) {
    if (!chat->has_joined) {
        chat->has_joined = 1;
        joined++;
        sample(&joins, now_ns() - chat->opened);
        if (!is_deflate && find(text, count, "\"error\"")) failed++;
    } else if (find(text, count < 32 ? count : 32, "\"type\":\"stream\"")) {
        take_words(chat, text, count);
    } else if (find(text, count < 32 ? count : 32, "\"type\":\"full_response\"")) {
        if (!chat->has_spoken) take_words(chat, text, count);
    } else if (find(text, count < 32 ? count : 32, "\"type\":\"status\"")) {
        end_turn(chat);
    } else {
        chat->has_failed = 1;
        if (!failed++) fprintf(stderr, "unexpected: %.*s\n", (int)(count < 300 ? count : 300), text);
    }
}

// One whole frame from the front; 0 when there is none yet.
static int take_frame(struct chat *chat) {
    const unsigned char *at = (unsigned char *)chat->in.bytes;
    size_t have = chat->in.count, head = 2, size = have > 1 ? at[1] & 127 : 0;
    if (have < 2 || have < (head += size == 126 ? 2 : size == 127 ? 8 : 0)) return 0;
    if (head > 2) {
        size = 0;
        for (size_t i = 2; i < head; i++) size = size << 8 | at[i];
    }
    if (have < head + size) return 0;
    int opcode = at[0] & 15;
    frames++;
    bytes += (int64_t)(head + size);
    if (opcode == 1) take_text(chat, (const char *)at + head, size);
    if (opcode == 9 && size < 126) send_frame(chat, 10, (const char *)at + head, size);
    buffer_drop(&chat->in, head + size);
    return 1;
}

static void take(struct chat *chat) {
    if (!chat->is_upgraded) {
        const char *end = find(chat->in.bytes, chat->in.count, "\r\n\r\n");
        if (!end) return;
        if (!find(chat->in.bytes, 16, " 101 ")) {
            if (!failed++) fprintf(stderr, "refused: %.200s\n", chat->in.bytes);
        }
        buffer_drop(&chat->in, (size_t)(end - chat->in.bytes) + 4);
        chat->is_upgraded = 1;
    }
    while (take_frame(chat)) {}
    // An idle socket of the load needs no buffer.
    if (!chat->in.count && chat->in.room > 8192) {
        free(chat->in.bytes);
        chat->in = (struct buffer){0};
    }
}

static void turn_over(int wait_ms) {
    struct epoll_event events[256];
    int ready = epoll_wait(poller, events, 256, wait_ms);
    for (int i = 0; i < ready; i++) {
        struct chat *chat = events[i].data.ptr;
        if (!chat) continue;
        if (buffer_receive(&chat->in, chat->fd)) {
            take(chat);
        } else {
            failed++;
            finished++;
            epoll_ctl(poller, EPOLL_CTL_DEL, chat->fd, NULL);
        }
    }
}

static void open_all(int port, char **lines, int64_t limit) {
    while (joined + failed < chat_count && now_ns() < limit) {
        while (opened < chat_count && opened - joined - failed < OPENING_AT_ONCE)
            open_one(&chats[opened], port, lines[opened]);
        turn_over(10);
    }
    printf("{\"open\":%zu,\"failed\":%zu,\"join_p50\":%.3f,\"join_p99\":%.3f}\n", joined, failed,
           percentile(&joins, 50), percentile(&joins, 99));
    fflush(stdout);
}

// Keeps the sockets alive until a line, or the end, of input comes.
static void hold(int64_t limit) {
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    epoll_ctl(poller, EPOLL_CTL_ADD, STDIN_FILENO, &event);
    for (int has_input = 0; !has_input && now_ns() < limit;) {
        struct epoll_event next;
        if (epoll_wait(poller, &next, 1, 1000) < 1) continue;
        if (!next.data.ptr) has_input = 1;
        else if (buffer_receive(&((struct chat *)next.data.ptr)->in, ((struct chat *)next.data.ptr)->fd))
            take(next.data.ptr);
        else fail("a socket was closed");
    }
    char line[16];
    if (read(STDIN_FILENO, line, sizeof line) < 1) exit(failed > 0);
    epoll_ctl(poller, EPOLL_CTL_DEL, STDIN_FILENO, NULL);
}

static void ask_all(int64_t stagger, int64_t limit) {
    int64_t begun = now_ns();
    for (size_t i = 0; i < chat_count; i++) chats[i].due = begun + stagger * (int64_t)i / (int64_t)chat_count;
    size_t next = 0;
    while (finished < chat_count && now_ns() < limit) {
        for (; next < chat_count && chats[next].due <= now_ns(); next++) ask(&chats[next]);
        turn_over(next < chat_count ? 1 : 20);
    }
    double wall = (double)(now_ns() - begun) / 1e9;
    printf("{\"turns\":%zu,\"failed\":%zu,\"wall\":%.4f,\"cpu\":%.4f,\"frames\":%lld,\"bytes\":%lld", wholes.count,
           failed + chat_count - finished, wall, own_cpu(), (long long)frames, (long long)bytes);
    struct {
        const char *name;
        struct samples *samples;
    } told[] = {{"first", &firsts}, {"reached", &reached}, {"added", &added}, {"whole", &wholes}};
    for (int i = 0; i < 4; i++)
        printf(",\"%s_p50\":%.3f,\"%s_p99\":%.3f", told[i].name, percentile(told[i].samples, 50), told[i].name,
               percentile(told[i].samples, 99));
    printf("}\n");
}

int main(int count, char **arguments) {
    if (count < 5) return 2;
    char **lines = lines_of(arguments[2], &chat_count);
    turns = atoi(arguments[3]);
    is_deflate = count > 5;
    poller = epoll_create1(0);
    if (!(chats = calloc(chat_count, sizeof *chats))) fail("memory");
    open_all(atoi(arguments[1]), lines, now_ns() + LONGEST_S * 1000000000LL);
    hold(now_ns() + LONGEST_S * 1000000000LL);
    frames = bytes = 0;
    ask_all(atoll(arguments[4]) * 1000000, now_ns() + LONGEST_S * 1000000000LL);
    return failed > 0;
}

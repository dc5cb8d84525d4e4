// What the load programs share: a clock, growing buffers, sockets on loopback, percentiles, own CPU.
#ifndef LOAD_H
#define LOAD_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Words in an answer of the fake provider that carry a time: these two letters, then sixteen of a…p.
#define STAMP_WRITTEN "zq"
#define STAMP_ASKED "zr"
#define STAMP_LETTERS 16

/// Nanoseconds of the monotonic clock, which all processes of a machine share.
int64_t now_ns(void);
/// User and system seconds of this process.
double own_cpu(void);

/// Bytes with a zero behind them.
struct buffer {
    char *bytes;
    size_t count, room;
};
/// Room for `more` bytes behind what is there; ends the process when there is no memory.
void buffer_reserve(struct buffer *buffer, size_t more);
void buffer_append(struct buffer *buffer, const char *bytes, size_t count);
void buffer_drop(struct buffer *buffer, size_t count);
/// Takes what the socket has. 1: something or nothing yet; 0: the peer has ended it.
int buffer_receive(struct buffer *buffer, int fd);

/// The first occurrence of `word` in `count` bytes, or null.
const char *find(const char *bytes, size_t count, const char *word);
/// The time of the first word that begins with `kind`, or 0.
int64_t stamp_read(const char *bytes, size_t count, const char *kind);
void stamp_write(char *into, const char *kind, int64_t time);

/// Nonblocking, without delay; -1 when refused.
int connect_loopback(int port);
int listen_loopback(int *port);
/// Everything, waiting shortly where the peer is slow; 0 when it is gone.
int send_all(int fd, const char *bytes, size_t count);
/// The lines of a file, without their ends.
char **lines_of(const char *path, size_t *count);
void fail(const char *words);

struct samples {
    int64_t *values;
    size_t count, room;
};
void sample(struct samples *samples, int64_t value);
/// Milliseconds of the given percentile; sorts. 0 without samples.
double percentile(struct samples *samples, double percent);

#endif

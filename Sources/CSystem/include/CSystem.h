/* The system calls that Swift cannot reach: GNU extensions, variadic functions, packed structures.
 * Every function returns -1 and sets errno where it fails, unless its comment says otherwise. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Accepts one connection, non-blocking and closed on exec. */
int ksys_accept(int listener);

/* The user at the other end of a connected Unix socket. */
int ksys_peer_user(int socket, uint32_t *user);

/* The operations of ksys_epoll_control, and what is watched or ready. */
enum ksys_epoll_operation { ksys_epoll_add, ksys_epoll_change, ksys_epoll_remove };
enum ksys_event {
    ksys_readable = 1,
    ksys_writable = 2,
    /* Both directions are shut, or the connection failed; reported unasked. */
    ksys_gone = 4,
};

int ksys_epoll_create(void);
int ksys_epoll_control(
    int epoll, enum ksys_epoll_operation operation, int fd, unsigned events, uint64_t token);

/* Waits for at most `capacity` (64 at most) ready descriptors; a signal makes it return 0. */
int ksys_epoll_wait(
    int epoll, uint64_t *tokens, unsigned *events, int capacity, int timeout_ms);

/* A descriptor that is readable from ksys_alarm_ring to ksys_alarm_clear. */
int ksys_alarm_create(void);
void ksys_alarm_ring(int alarm);
void ksys_alarm_clear(int alarm);

/* Takes the exclusive lock of a file, which it makes (mode 0600) where it is missing, and writes
 * this process's id into it. The lock lasts until the returned descriptor is closed, or this process
 * ends in whatever way. When another process holds it: -1, errno EWOULDBLOCK, and its id in
 * `holder` (0 when unknown). */
int ksys_lock_file(const char *path, int *holder);

/* Renames a file and replaces none: -1, errno EEXIST, where the new name is taken. */
int ksys_rename_new(const char *from, const char *to);

/* Tells the service manager at a socket (its path; an abstract one begins with '@') of a change such
 * as "READY=1". */
int ksys_notify(const char *socket, const char *state);

/* Whether a descriptor is a Unix stream socket that listens: 1 or 0. */
int ksys_is_listening(int fd);

/* Writes the path of a Unix socket with its closing zero; an empty one where it has none. */
int ksys_socket_path(int fd, char *path, size_t capacity);

/* Takes from this process what it never needs: new privileges through programs that it starts, core
 * dumps, and being looked into by other processes of its user. Whatever the system refuses, the rest
 * is done: -1 where something was refused. */
int ksys_give_up_privileges(void);

/* Whether a path lies on a file system of another machine or of a program, whose locks and shared
 * memory cannot be relied upon: 1 or 0; -1 where there is no such path. */
int ksys_is_remote(const char *path);

/* The request that the calling thread works on, for log lines; 0: none. */
void ksys_set_request(uint64_t number);
uint64_t ksys_request(void);

/* Names the calling thread; cut off at 15 bytes. */
void ksys_name_thread(const char *name);

/* Has a signal sent to this process when its parent ends. */
int ksys_end_with_parent(int signal);

/* Columns of the terminal behind a descriptor; 0 when it is none. */
int ksys_terminal_columns(int fd);

/* Raises the soft limit of open descriptors towards `wanted`, as far as the hard limit lets it.
 * Returns the limit then in force. */
int ksys_raise_descriptor_limit(int wanted);

/* Has large blocks of memory given back to the system as soon as they are freed, for good. By
 * itself the C library keeps blocks of up to 32 MiB once a block of that size was freed. */
void ksys_return_large_blocks(void);

/* What the reader of a stranger's file may use. Sizes in bytes, times in seconds. */
struct ksys_limits {
    uint64_t memory;
    uint64_t seconds;
};

/* What a confined process may still do beside using its open descriptors and its own memory. */
enum ksys_access {
    /* Nothing. */
    ksys_sealed = 0,
    /* Open files for reading, below the paths that are named. */
    ksys_may_open = 1,
    /* The same, and run programs among them. */
    ksys_may_run = 3,
};

/* Limits this process for good: memory, processor time, no file written (but standard output where that
 * is one), no core, no new privileges; it ends with its parent. */
int ksys_limit(const struct ksys_limits *limits);

/* Takes from this process and its children everything that `access` does not leave: files by Landlock
 * where the kernel has it, system calls by a seccomp filter, which answers EPERM. No socket, no other
 * process, no file to write. Paths that do not exist are passed over. */
int ksys_confine(enum ksys_access access, const char *const *paths, int count);

/* A pipe: the end to read and the end to write, closed on exec. */
int ksys_pipe(int ends[2]);

/* Starts a program with a file and a pipe as its standard input and output, standard error closed to
 * the world, no other descriptor, no blocked signal and the lowest priority but idle.
 * Returns its id. */
int ksys_start_reader(
    const char *program, char *const *arguments, char *const *environment, int input, int output);

/* Waits for a child that is about to end, and kills it when it does not within so many milliseconds;
 * its wait status, and the most memory that it had in use, in bytes. */
int ksys_wait(int child, int patience_ms, int *status, uint64_t *peak);

/* A descriptor on a file in memory that holds some bytes, at its beginning. */
int ksys_file_of(const void *bytes, size_t count);

/* What a confined process must not manage to do; for trying it. Starts a process that ends at once;
 * its id. Becomes a program: returns only where that fails. */
int ksys_fork_and_end(void);
int ksys_become(const char *program);

/* A copy of a text that nobody frees: what a process says once about itself. */
const char *ksys_copy(const char *text);

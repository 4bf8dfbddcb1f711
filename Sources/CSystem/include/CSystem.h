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

/* Tells the service manager, if there is one (NOTIFY_SOCKET), of a change such as "READY=1".
 * Returns 1 when told, 0 when there is none. */
int ksys_notify(const char *state);

/* How many sockets the service manager handed over; they begin at descriptor 3 and get
 * close-on-exec. Its variables leave the environment, so that no child takes them for its own. */
int ksys_inherited_sockets(void);

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

#define _GNU_SOURCE
#include "include/CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

int ksys_accept(int listener) {
    return accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

int ksys_peer_user(int socket, uint32_t *user) {
    struct ucred peer;
    socklen_t size = sizeof peer;
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return -1;
    *user = peer.uid;
    return 0;
}

int ksys_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int ksys_epoll_control(
    int epoll, enum ksys_epoll_operation operation, int fd, unsigned events, uint64_t token) {
    static const int operations[] = {EPOLL_CTL_ADD, EPOLL_CTL_MOD, EPOLL_CTL_DEL};
    struct epoll_event event = {.data.u64 = token};
    if (events & ksys_readable) event.events |= EPOLLIN;
    if (events & ksys_writable) event.events |= EPOLLOUT;
    return epoll_ctl(epoll, operations[operation], fd, &event);
}

int ksys_epoll_wait(
    int epoll, uint64_t *tokens, unsigned *events, int capacity, int timeout_ms) {
    struct epoll_event ready[64];
    int count = epoll_wait(epoll, ready, capacity < 64 ? capacity : 64, timeout_ms);
    if (count < 0) return errno == EINTR ? 0 : -1;
    for (int i = 0; i < count; i++) {
        tokens[i] = ready[i].data.u64;
        events[i] = (ready[i].events & EPOLLIN ? ksys_readable : 0)
            | (ready[i].events & EPOLLOUT ? ksys_writable : 0)
            | (ready[i].events & (EPOLLHUP | EPOLLERR) ? ksys_gone : 0);
    }
    return count;
}

int ksys_alarm_create(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void ksys_alarm_ring(int alarm) { (void)eventfd_write(alarm, 1); }

void ksys_alarm_clear(int alarm) {
    eventfd_t count;
    (void)eventfd_read(alarm, &count);
}

int ksys_lock_file(const char *path, int *holder) {
    *holder = 0;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) return -1;
    char text[16] = {0};
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        int cause = errno;
        if (pread(fd, text, sizeof text - 1, 0) > 0) *holder = atoi(text);
        close(fd);
        errno = cause;
        return -1;
    }
    int length = snprintf(text, sizeof text, "%d\n", (int)getpid());
    // The id is for people; the lock holds without it, on a full disk too.
    if (ftruncate(fd, 0) != 0 || pwrite(fd, text, (size_t)length, 0) != length) errno = 0;
    return fd;
}

int ksys_rename_new(const char *from, const char *to) {
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    // Some file systems cannot do it in one step.
    if (errno != EINVAL && errno != ENOSYS) return -1;
    if (access(to, F_OK) == 0) {
        errno = EEXIST;
        return -1;
    }
    return rename(from, to);
}

void ksys_name_thread(const char *name) {
    char cut[16] = {0};
    strncpy(cut, name, sizeof cut - 1);
    (void)pthread_setname_np(pthread_self(), cut);
}

int ksys_end_with_parent(int signal) { return prctl(PR_SET_PDEATHSIG, signal); }

int ksys_terminal_columns(int fd) {
    struct winsize size;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int ksys_raise_descriptor_limit(int wanted) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
    if (limit.rlim_cur < (rlim_t)wanted) {
        limit.rlim_cur = limit.rlim_max < (rlim_t)wanted ? limit.rlim_max : (rlim_t)wanted;
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
    }
    return limit.rlim_cur > 1 << 30 ? 1 << 30 : (int)limit.rlim_cur;
}

void ksys_return_large_blocks(void) {
    (void)mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    /* Naming the one threshold keeps the other at 128 KiB: each request would give its memory back
       and fault it in again. */
    (void)mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
}

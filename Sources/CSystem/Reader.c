#define _GNU_SOURCE
#include "include/CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Sets up the child's descriptors. The two arrive at numbers above those that they go to. */
static int describe(posix_spawn_file_actions_t *actions, int input, int output) {
    int status = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);
    if (status == 0) status = posix_spawn_file_actions_adddup2(actions, output, STDOUT_FILENO);
    if (status == 0)
        status = posix_spawn_file_actions_addopen(actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (status == 0) status = posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
    return status;
}

static int set_signals(posix_spawnattr_t *attributes) {
    sigset_t none, every;
    sigemptyset(&none);
    sigfillset(&every);
    int status = posix_spawnattr_setsigmask(attributes, &none);
    if (status == 0) status = posix_spawnattr_setsigdefault(attributes, &every);
    if (status == 0)
        status = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    return status;
}

int ksys_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int ksys_start_reader(
    const char *program, char *const *arguments, char *const *environment, int input, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    pid_t child = -1;
    if (posix_spawn_file_actions_init(&actions) != 0) return -1;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return -1;
    }
    int status = describe(&actions, input, output);
    if (status == 0) status = set_signals(&attributes);
    if (status == 0)
        status = posix_spawn(&child, program, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0) {
        errno = status;
        return -1;
    }
    /* Customers' questions come first. */
    (void)setpriority(PRIO_PROCESS, (id_t)child, 10);
    return child;
}

int ksys_wait(int child, int patience_ms, int *status, uint64_t *peak) {
    static const struct timespec moment = {0, 2 * 1000 * 1000};
    struct rusage usage = {0};
    pid_t ended = wait4(child, status, WNOHANG, &usage);
    for (int waited = 0; ended == 0 && waited < patience_ms; waited += 2) {
        (void)nanosleep(&moment, NULL);
        ended = wait4(child, status, WNOHANG, &usage);
    }
    if (ended == 0) {
        (void)kill(child, SIGKILL);
        do ended = wait4(child, status, 0, &usage);
        while (ended < 0 && errno == EINTR);
    }
    *peak = (uint64_t)usage.ru_maxrss * 1024;
    return ended < 0 ? -1 : 0;
}

int ksys_file_of(const void *bytes, size_t count) {
    int fd = memfd_create("kefu", MFD_CLOEXEC);
    if (fd < 0) return -1;
    const char *rest = bytes;
    while (count > 0) {
        ssize_t written = write(fd, rest, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            close(fd);
            return -1;
        }
        rest += written;
        count -= (size_t)written;
    }
    if (lseek(fd, 0, SEEK_SET) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

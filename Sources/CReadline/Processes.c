#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* POSIX_SPAWN_SETSID, posix_spawn_file_actions_addclosefrom_np */
#endif
#include "CReadline.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Attributes under which a program gets no blocked signals and the usual meaning of each. */
static int plain_attributes(posix_spawnattr_t *attributes, short flags) {
    int error = posix_spawnattr_init(attributes);
    if (error)
        return error;
    sigset_t none, usual;
    sigemptyset(&none);
    sigfillset(&usual);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &usual);
    posix_spawnattr_setflags(
        attributes, flags | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    return 0;
}

/* Waits for a child. */
static int await_end(pid_t child) {
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int kedit_run(const char *command, const char *argument) {
    posix_spawnattr_t attributes;
    int error = plain_attributes(&attributes, 0);
    if (error) {
        errno = error;
        return -1;
    }
    const char *const words[] = {"sh", "-c", command, "sh", argument, NULL};
    pid_t child;
    error = posix_spawn(&child, "/bin/sh", NULL, &attributes, (char *const *)words, environ);
    posix_spawnattr_destroy(&attributes);
    if (error) {
        errno = error;
        return -1;
    }
    return await_end(child);
}

/* Everything that can be read from a descriptor, as a text; NULL with errno on failure. */
static char *read_all(int fd) {
    size_t size = 4096, used = 0;
    char *text = malloc(size);
    while (text) {
        ssize_t count = read(fd, text + used, size - used - 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            text[used] = 0;
            return text;
        }
        used += (size_t)count;
        if (used + 1 < size)
            continue;
        size *= 2;
        char *larger = realloc(text, size);
        if (!larger)
            free(text);
        text = larger;
    }
    return NULL;
}

int kedit_capture(const char *const *arguments, char **output) {
    *output = NULL;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t files;
    pid_t child = -1;
    int error = plain_attributes(&attributes, 0);
    if (!error) {
        error = posix_spawn_file_actions_init(&files);
        if (!error) {
            posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
            posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
            error = posix_spawnp(
                &child, arguments[0], &files, &attributes, (char *const *)arguments, environ);
            posix_spawn_file_actions_destroy(&files);
        }
        posix_spawnattr_destroy(&attributes);
    }
    close(ends[1]);
    if (!error)
        *output = read_all(ends[0]);
    close(ends[0]);
    if (error) {
        errno = error;
        return -1;
    }
    return await_end(child);
}

int kedit_launch(const char *const *arguments, const char *log) {
    posix_spawnattr_t attributes;
    int error = plain_attributes(&attributes, POSIX_SPAWN_SETSID);
    if (error) {
        errno = error;
        return -1;
    }
    posix_spawn_file_actions_t files;
    error = posix_spawn_file_actions_init(&files);
    if (!error) {
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(
            &files, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
        posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
        pid_t child = -1;
        error = posix_spawnp(
            &child, arguments[0], &files, &attributes, (char *const *)arguments, environ);
        posix_spawn_file_actions_destroy(&files);
        if (!error) {
            posix_spawnattr_destroy(&attributes);
            return child;
        }
    }
    posix_spawnattr_destroy(&attributes);
    errno = error;
    return -1;
}

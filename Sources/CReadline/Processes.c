#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* POSIX_SPAWN_SETSID, posix_spawn_file_actions_addclosefrom_np */
#endif
#include "CReadline.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
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
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
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

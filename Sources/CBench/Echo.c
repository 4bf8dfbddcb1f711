#define _GNU_SOURCE
#include "include/CBench.h"

#include <pthread.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static void *serve(void *argument) {
    int client = (int)(intptr_t)argument;
    char buffer[65536];
    int poll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event wanted = {.events = EPOLLIN}, ready;
    epoll_ctl(poll, EPOLL_CTL_ADD, client, &wanted);
    while (epoll_wait(poll, &ready, 1, -1) == 1) {
        ssize_t count = recv(client, buffer, sizeof buffer, 0);
        if (count <= 0 || send(client, buffer, (size_t)count, MSG_NOSIGNAL) != count) break;
    }
    close(poll);
    close(client);
    return NULL;
}

int kbench_echo_start(void) {
    int ends[2];
    pthread_t thread;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return -1;
    if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)ends[1]) != 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    pthread_detach(thread);
    return ends[0];
}

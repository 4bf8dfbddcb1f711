/* The plainest possible server: what a round trip over a Unix socket costs at the least. */
#pragma once

/* Starts a thread that sends back whatever comes, with epoll as kefud does.
 * Returns the connected client's end, -1 on failure; the thread ends when that is closed. */
int kbench_echo_start(void);

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* wcwidth */
#endif
#include "CReadline.h"

#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include <readline/history.h>
#include <readline/readline.h>

static kedit_completer completer;
static void *completer_context;

static char **complete(const char *text, int start, int end) {
    rl_attempted_completion_over = 1;
    int kind = KEDIT_WORDS;
    char **words = completer(rl_line_buffer, start, end, &kind, completer_context);
    if (kind == KEDIT_PATHS)
        return rl_completion_matches(text, rl_filename_completion_function);
    if (!words)
        return NULL;
    size_t count = 0;
    while (words[count])
        count++;
    if (count == 0) {
        free(words);
        return NULL;
    }
    /* readline wants the text to insert first: the longest common beginning. */
    size_t common = strlen(words[0]);
    for (size_t i = 1; i < count; i++)
        for (size_t k = 0; k < common; k++)
            if (words[i][k] != words[0][k])
                common = k;
    while (common > 0 && ((unsigned char)words[0][common] & 0xC0) == 0x80)
        common--;
    char **matches = calloc(count + 2, sizeof *matches);
    char *first = strndup(words[0], common);
    if (!matches || !first) {
        for (size_t i = 0; i < count; i++)
            free(words[i]);
        free(words);
        free(matches);
        free(first);
        return NULL;
    }
    matches[0] = first;
    if (count == 1)
        free(words[0]);
    else
        memcpy(matches + 1, words, count * sizeof *words);
    free(words);
    return matches;
}

/* readline chooses its character set by the environment alone. Where that names no locale that works,
   the one in force is named there while readline looks; the programs that we start do not see it. */
static void initialize_in_current_locale(void) {
    const char *variable = getenv("LC_ALL");
    char *before = variable ? strdup(variable) : NULL;
    setenv("LC_ALL", setlocale(LC_CTYPE, NULL), 1);
    rl_initialize();
    if (before)
        setenv("LC_ALL", before, 1);
    else
        unsetenv("LC_ALL");
    free(before);
}

void kedit_start(const char *program, kedit_completer with, void *context) {
    completer = with;
    completer_context = context;
    rl_readline_name = program;
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_attempted_completion_function = complete;
    rl_basic_word_break_characters = " \t\n=";
    rl_completer_quote_characters = "\"'";
    rl_filename_quote_characters = " \t\n\"'\\";
    using_history();
    initialize_in_current_locale();
}

void kedit_remember(const char *line) { add_history(line); }

int kedit_watch_signals(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTSTP);
    sigaddset(&set, SIGWINCH);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    int error = pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (error) {
        errno = error;
        return -1;
    }
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int kedit_next_signal(int signals) {
    struct signalfd_siginfo info;
    return read(signals, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

static char *entered;
static int is_entered;

static void take(char *line) {
    entered = line;
    is_entered = 1;
    rl_callback_handler_remove();
}

/* Leaves the line that is being edited, with the cursor below it. */
static void give_up(void) {
    rl_free_line_state();
    rl_callback_sigcleanup();
    rl_callback_handler_remove();
    fputs("\n", rl_outstream);
    fflush(rl_outstream);
}

static void suspend_while_editing(void) {
    (*rl_deprep_term_function)();
    kedit_suspend();
    (*rl_prep_term_function)(1);
    rl_forced_update_display();
}

/* Handles one signal; returns whether the line ends with it. */
static int handle(int number, enum kedit_outcome *outcome) {
    switch (number) {
    case SIGINT: *outcome = KEDIT_INTERRUPTED; break;
    case SIGTERM:
    case SIGHUP: *outcome = KEDIT_TERMINATED; break;
    case SIGTSTP: suspend_while_editing(); return 0;
    case SIGWINCH: rl_resize_terminal(); return 0;
    default: return 0;
    }
    give_up();
    return 1;
}

char *kedit_edit(const char *prompt, const char *text, int signals, enum kedit_outcome *outcome) {
    entered = NULL;
    is_entered = 0;
    rl_callback_handler_install(prompt, take);
    if (*text) {
        rl_insert_text(text);
        rl_redisplay();
    }
    while (!is_entered) {
        struct pollfd sources[] = {{STDIN_FILENO, POLLIN, 0}, {signals, POLLIN, 0}};
        if (poll(sources, 2, -1) < 0 && errno != EINTR)
            break;
        int number = kedit_next_signal(signals);
        if (number && handle(number, outcome))
            return NULL;
        if (sources[0].revents)
            rl_callback_read_char();
    }
    if (!is_entered)
        rl_callback_handler_remove();
    *outcome = entered ? KEDIT_LINE : KEDIT_END;
    return entered;
}

/* Whether the terminal has more to read at once: the rest of what one key sends. */
static int has_more(void) {
    struct pollfd source = {STDIN_FILENO, POLLIN, 0};
    return poll(&source, 1, 30) > 0;
}

/* The key that begins with a byte. */
static unsigned int key_of(unsigned char first) {
    unsigned char byte;
    if (first == 0x1B && has_more()) {
        while (has_more() && read(STDIN_FILENO, &byte, 1) == 1) {}
        return 0;
    }
    if (first < 0xC0)
        return first;
    int rest = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    unsigned int scalar = first & (0x3F >> rest);
    while (rest-- > 0 && has_more() && read(STDIN_FILENO, &byte, 1) == 1)
        scalar = scalar << 6 | (byte & 0x3F);
    return scalar;
}

unsigned int kedit_key(int signals, enum kedit_outcome *outcome) {
    struct termios usual, raw;
    if (tcgetattr(STDIN_FILENO, &usual) != 0) {
        *outcome = KEDIT_END;
        return 0;
    }
    raw = usual;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
    unsigned int key = 0;
    *outcome = KEDIT_END;
    for (;;) {
        struct pollfd sources[] = {{STDIN_FILENO, POLLIN, 0}, {signals, POLLIN, 0}};
        if (poll(sources, 2, -1) < 0 && errno != EINTR)
            break;
        int number = kedit_next_signal(signals);
        if (number == SIGINT || number == SIGTERM || number == SIGHUP) {
            *outcome = number == SIGINT ? KEDIT_INTERRUPTED : KEDIT_TERMINATED;
            break;
        }
        if (number == SIGTSTP) {
            tcsetattr(STDIN_FILENO, TCSADRAIN, &usual);
            kedit_suspend();
            tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
        }
        if (!sources[0].revents)
            continue;
        unsigned char byte;
        if (read(STDIN_FILENO, &byte, 1) != 1 || byte == usual.c_cc[VEOF])
            break;
        key = key_of(byte);
        *outcome = KEDIT_LINE;
        break;
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &usual);
    return key;
}

void kedit_suspend(void) { raise(SIGSTOP); }

int kedit_width(unsigned int scalar) {
    int columns = wcwidth((wchar_t)scalar);
    return columns < 0 ? 0 : columns;
}

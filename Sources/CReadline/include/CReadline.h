#pragma once

/* Line editing on a terminal, and the signals that concern it. One thread uses all of this. */

/* How reading a line ended. */
enum kedit_outcome {
    KEDIT_LINE,        /* a line was entered */
    KEDIT_END,         /* Ctrl-D on an empty line, or the terminal is gone */
    KEDIT_INTERRUPTED, /* Ctrl-C: the line was given up */
    KEDIT_TERMINATED,  /* SIGTERM or SIGHUP: the program is asked to end */
};

/* What a completer wants for the word under the cursor. */
enum kedit_kind {
    KEDIT_WORDS, /* the words that it returns */
    KEDIT_PATHS, /* names of files, which readline finds itself */
};

/* Returns a malloc'd, NULL-terminated array of malloc'd words that may replace bytes start..<end of
   the line, or NULL for none, and sets *kind. */
typedef char **(*kedit_completer)(const char *line, int start, int end, int *kind, void *context);

/* Gives line editing its completer. */
void kedit_start(const char *program, kedit_completer completer, void *context);

/* Puts a line, which may hold line breaks, at the end of the history that the arrow keys walk. */
void kedit_remember(const char *line);

/* Blocks SIGINT, SIGTSTP, SIGWINCH, SIGTERM and SIGHUP in this thread and those it starts from now
   on, and returns a descriptor to read them from; -1 with errno on failure. */
int kedit_watch_signals(void);

/* The number of the next signal that arrived, 0 when none is waiting. */
int kedit_next_signal(int signals);

/* Reads one line from the terminal; it begins with a text, empty or not, which is edited. A pasted
   block comes as one line with line breaks. The result is malloc'd for KEDIT_LINE and NULL for every
   other outcome. */
char *kedit_edit(const char *prompt, const char *text, int signals, enum kedit_outcome *outcome);

/* Reads one key without echo: its Unicode scalar for KEDIT_LINE; 0 for an arrow or function key, and
   for every other outcome. */
unsigned int kedit_key(int signals, enum kedit_outcome *outcome);

/* Stops this process as Ctrl-Z does; returns when it goes on. */
void kedit_suspend(void);

/* The columns that a Unicode scalar takes under the current locale; 0 for a control character. */
int kedit_width(unsigned int scalar);

/* Runs `sh -c` with one argument, the terminal's signals at their defaults, and waits for it.
   Returns its exit status, 128 + n for signal n, -1 with errno when it could not be started. */
int kedit_run(const char *command, const char *argument);

/* Runs a program to its end, standard error shared, and gives what it wrote to standard output as a
   text to be freed. Returns its exit status, 128 + n for signal n, -1 with errno on failure. */
int kedit_capture(const char *const *arguments, char **output);

/* Starts a program in a session of its own, standard input empty, both outputs appended to a file.
   Returns its process id, -1 with errno on failure. */
int kedit_launch(const char *const *arguments, const char *log);

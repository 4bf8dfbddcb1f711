#define _GNU_SOURCE
#include "include/CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define KSYS_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define KSYS_ARCH AUDIT_ARCH_AARCH64
#endif

static int limit(int resource, uint64_t value) {
    struct rlimit both = {value, value};
    return setrlimit(resource, &both);
}

int ksys_limit(const struct ksys_limits *limits) {
    /* Code and data files of the libraries are mapped too: they take addresses, not memory. */
    static const uint64_t mapped = (uint64_t)1 << 30;
    /* The soft limit of time ends the process with SIGXCPU, the hard one with SIGKILL. */
    struct rlimit time = {limits->seconds, limits->seconds + 1};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL) != 0
        || prctl(PR_SET_DUMPABLE, 0) != 0 || setrlimit(RLIMIT_CPU, &time) != 0)
        return -1;
    struct stat output;
    /* A person may have sent the output to a file. */
    bool is_file = fstat(STDOUT_FILENO, &output) == 0 && S_ISREG(output.st_mode);
    if (!is_file && limit(RLIMIT_FSIZE, 0) != 0) return -1;
    if (limit(RLIMIT_DATA, limits->memory) != 0 || limit(RLIMIT_AS, limits->memory + mapped) != 0
        || limit(RLIMIT_CORE, 0) != 0 || limit(RLIMIT_NOFILE, 64) != 0)
        return -1;
    /* A library that complains where it cannot gets an error, not the end. */
    signal(SIGXFSZ, SIG_IGN);
    return 0;
}

/* MARK: Landlock: which files. */

static int landlock_allow(int rules, const char *path, uint64_t access) {
    int place = open(path, O_PATH | O_CLOEXEC);
    if (place < 0) return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
    struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = place};
    int status = (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    if (status != 0 && errno == EINVAL) {
        /* A plain file cannot be listed. */
        rule.allowed_access &= ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR;
        status = (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(place);
    return status;
}

static int restrict_files(enum ksys_access access, const char *const *paths, int count) {
    uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    /* All thirteen rights of Landlock's first version. */
    struct landlock_ruleset_attr attributes = {.handled_access_fs = (1ull << 13) - 1};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    /* A kernel without Landlock: the filter of system calls still holds. */
    if (rules < 0) return errno == ENOSYS || errno == EOPNOTSUPP ? 0 : -1;
    if (access == ksys_may_run) reading |= LANDLOCK_ACCESS_FS_EXECUTE;
    int status = 0;
    for (int i = 0; i < count && status == 0; i++) status = landlock_allow(rules, paths[i], reading);
    if (status == 0) status = (int)syscall(SYS_landlock_restrict_self, rules, 0);
    close(rules);
    return status;
}

/* MARK: seccomp: which system calls. */

struct program {
    struct sock_filter steps[256];
    unsigned short length;
};

static void add(struct program *program, uint16_t code, uint32_t value, uint8_t yes, uint8_t no) {
    program->steps[program->length++] = (struct sock_filter){code, yes, no, value};
}

static void load(struct program *program, size_t offset) {
    add(program, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void end(struct program *program, uint32_t verdict) {
    add(program, BPF_RET | BPF_K, verdict, 0, 0);
}

static void allow(struct program *program, int call) {
    add(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 1);
    end(program, SECCOMP_RET_ALLOW);
}

/* The low half of an argument: every argument that is looked at fits into it. */
static size_t argument(int index) {
    return offsetof(struct seccomp_data, args) + (size_t)index * sizeof(uint64_t);
}

/* Allows a call only where an argument has none of some bits; leaves the number of any other call
 * loaded. */
static void allow_without(struct program *program, int call, int index, uint32_t bits) {
    add(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 4);
    load(program, argument(index));
    add(program, BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0);
    end(program, SECCOMP_RET_ALLOW);
    end(program, SECCOMP_RET_ERRNO | EPERM);
}

/* The same where an argument has one value. */
static void allow_with(struct program *program, int call, int index, uint32_t value) {
    add(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 4);
    load(program, argument(index));
    add(program, BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
    end(program, SECCOMP_RET_ALLOW);
    end(program, SECCOMP_RET_ERRNO | EPERM);
}

/* What any reader needs: its descriptors, its memory, its own signals, the time, the end. */
static const int always[] = {
    SYS_read, SYS_readv, SYS_pread64, SYS_write, SYS_writev, SYS_close, SYS_fstat, SYS_lseek,
    SYS_newfstatat, SYS_munmap, SYS_mremap, SYS_brk, SYS_madvise, SYS_rt_sigaction,
    SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_exit, SYS_exit_group, SYS_futex,
    SYS_getpid, SYS_gettid, SYS_getrandom, SYS_clock_gettime, SYS_gettimeofday, SYS_getrusage,
    SYS_sched_yield, SYS_sched_getaffinity, SYS_uname, SYS_restart_syscall,
};

/* What opening files for reading, and loading libraries, needs beside. */
static const int for_opening[] = {
    SYS_faccessat, SYS_faccessat2, SYS_readlinkat, SYS_getdents64, SYS_statfs, SYS_fstatfs,
    SYS_statx, SYS_fadvise64, SYS_getcwd, SYS_dup, SYS_fcntl,
#ifdef SYS_access
    SYS_access, SYS_readlink, SYS_stat, SYS_lstat,
#endif
};

/* What starting a program in this process's place needs beside. */
static const int for_running[] = {
    SYS_execve, SYS_set_tid_address, SYS_set_robust_list, SYS_rseq, SYS_getuid, SYS_geteuid,
    SYS_getgid, SYS_getegid, SYS_dup3,
#ifdef SYS_arch_prctl
    SYS_arch_prctl,
#endif
#ifdef SYS_dup2
    SYS_dup2,
#endif
};

static void allow_all(struct program *program, const int *calls, size_t count) {
    for (size_t i = 0; i < count; i++) allow(program, calls[i]);
}

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static int filter_calls(enum ksys_access access) {
#ifndef KSYS_ARCH
    (void)access;
    errno = ENOSYS;
    return -1;
#else
    const uint32_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
    const bool opens = access & ksys_may_open;
    struct program program = {.length = 0};
    load(&program, offsetof(struct seccomp_data, arch));
    add(&program, BPF_JMP | BPF_JEQ | BPF_K, KSYS_ARCH, 1, 0);
    end(&program, SECCOMP_RET_KILL_PROCESS);
    load(&program, offsetof(struct seccomp_data, nr));
    allow_all(&program, always, COUNT(always));
    if (opens) allow_all(&program, for_opening, COUNT(for_opening));
    if (access == ksys_may_run) allow_all(&program, for_running, COUNT(for_running));
    /* Reading a limit, not setting one; a signal to itself, as abort sends. */
    allow_with(&program, SYS_prlimit64, 2, 0);
    allow_with(&program, SYS_tgkill, 0, (uint32_t)getpid());
    allow_without(&program, SYS_mmap, 2, opens ? 0 : PROT_EXEC);
    allow_without(&program, SYS_mprotect, 2, opens ? 0 : PROT_EXEC);
    if (opens) {
        allow_without(&program, SYS_openat, 2, writing);
#ifdef SYS_open
        allow_without(&program, SYS_open, 1, writing);
#endif
    }
    end(&program, SECCOMP_RET_ERRNO | EPERM);
    struct sock_fprog filter = {.len = program.length, .filter = program.steps};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
#endif
}

int ksys_confine(enum ksys_access access, const char *const *paths, int count) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    if (restrict_files(access, paths, count) != 0) return -1;
    return filter_calls(access);
}

int ksys_fork_and_end(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    return child;
}

int ksys_become(const char *program) {
    char *const arguments[] = {(char *)program, NULL};
    char *const environment[] = {NULL};
    return execve(program, arguments, environment);
}

const char *ksys_copy(const char *text) { return strdup(text); }

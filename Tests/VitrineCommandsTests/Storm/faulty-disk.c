/*
 * A disk that goes wrong on demand, put between a program and the C library with LD_PRELOAD.
 *
 * Only files whose path ends in one of the words of DISK_FILES (separated by commas) are met. Writes and
 * syncs of such files are counted apart, from 0.
 *
 *   DISK_FAULT   what happens to the write or sync with the number DISK_AT:
 *     full       it and every later write fails with ENOSPC
 *     half-full  half of it is written, then as full
 *     write      it fails with EIO, once
 *     sync       that sync fails with EIO, once
 *     syncs      that sync and every later one fails with EIO
 *     short      every third write from there on is done by half, which is no error
 *   DISK_COUNT   a file that gets "WRITES SYNCS" when the program ends
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long writes, syncs;

static int is_fault(const char *name) {
  const char *fault = getenv("DISK_FAULT");
  return fault != NULL && strcmp(fault, name) == 0;
}

static long at(void) {
  const char *number = getenv("DISK_AT");
  return number == NULL ? 0 : atol(number);
}

/* Whether the file behind a descriptor is one of those that go wrong. */
static int is_met(int file) {
  const char *words = getenv("DISK_FILES");
  char link[64], path[4096];
  if (words == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  while (*words != 0) {
    size_t size = strcspn(words, ",");
    if (size > 0 && (size_t)length >= size && memcmp(path + length - size, words, size) == 0)
      return 1;
    words += size + (words[size] == ',');
  }
  return 0;
}

/* How much of a write is done: all of it, a part, or -1 with errno. */
static ssize_t allowed(int file, size_t count) {
  int kept = errno;
  if (!is_met(file)) {
    errno = kept;
    return (ssize_t)count;
  }
  errno = kept;
  long number = atomic_fetch_add(&writes, 1) - at();
  int is_full = is_fault("full"), is_half = is_fault("half-full");
  if (is_half && number == 0 && count > 1) return (ssize_t)(count / 2);
  if ((is_full && number >= 0) || (is_half && number > 0)) {
    errno = ENOSPC;
    return -1;
  }
  if (is_fault("write") && number == 0) {
    errno = EIO;
    return -1;
  }
  if (is_fault("short") && number >= 0 && number % 3 == 0 && count > 1)
    return (ssize_t)(count / 2);
  return (ssize_t)count;
}

static int may_sync(int file) {
  if (!is_met(file)) return 1;
  long number = atomic_fetch_add(&syncs, 1) - at();
  if ((is_fault("sync") && number == 0) || (is_fault("syncs") && number >= 0)) {
    errno = EIO;
    return 0;
  }
  return 1;
}

#define REAL(type, name) ((type)dlsym(RTLD_NEXT, name))

ssize_t write(int file, const void *bytes, size_t count) {
  static ssize_t (*real)(int, const void *, size_t);
  if (real == NULL) real = REAL(ssize_t(*)(int, const void *, size_t), "write");
  ssize_t length = allowed(file, count);
  return length < 0 ? -1 : real(file, bytes, (size_t)length);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (real == NULL) real = REAL(ssize_t(*)(int, const void *, size_t, off_t), "pwrite");
  ssize_t length = allowed(file, count);
  return length < 0 ? -1 : real(file, bytes, (size_t)length, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (real == NULL) real = REAL(ssize_t(*)(int, const void *, size_t, off64_t), "pwrite64");
  ssize_t length = allowed(file, count);
  return length < 0 ? -1 : real(file, bytes, (size_t)length, offset);
}

int fsync(int file) {
  static int (*real)(int);
  if (real == NULL) real = REAL(int (*)(int), "fsync");
  return may_sync(file) ? real(file) : -1;
}

int fdatasync(int file) {
  static int (*real)(int);
  if (real == NULL) real = REAL(int (*)(int), "fdatasync");
  return may_sync(file) ? real(file) : -1;
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("DISK_COUNT");
  FILE *file = path == NULL ? NULL : fopen(path, "w");
  if (file == NULL) return;
  fprintf(file, "%ld %ld\n", atomic_load(&writes), atomic_load(&syncs));
  fclose(file);
}

/* The least that the job needs: floor STEPS BLOB LEVEL
 *
 * Reads each return, inflates the parts that the job reads, deflates the parts that it changes and
 * writes the files. Where they lie was found out before (floor_plan.py) and costs nothing here; no
 * checksum is computed. STEPS is a list of steps, BLOB holds what they point at.
 */
#include <fcntl.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OPEN = 1, INFLATE, KEEP, DEFLATE, BYTES, WRITE };

struct step {
  uint64_t what, a, b, c;
};

struct buffer {
  uint8_t *bytes;
  size_t count, room;
};

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void reserve(struct buffer *buffer, size_t room) {
  if (room <= buffer->room) return;
  buffer->room = room + room / 4 + 65536;
  buffer->bytes = realloc(buffer->bytes, buffer->room);
  if (!buffer->bytes) fail("realloc");
}

static void append(struct buffer *to, const uint8_t *from, size_t count) {
  reserve(to, to->count + count);
  memcpy(to->bytes + to->count, from, count);
  to->count += count;
}

static void load(struct buffer *to, const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) < 0) fail(path);
  reserve(to, (size_t)status.st_size);
  for (to->count = 0; to->count < (size_t)status.st_size;) {
    ssize_t count = read(file, to->bytes + to->count, (size_t)status.st_size - to->count);
    if (count <= 0) fail(path);
    to->count += (size_t)count;
  }
  close(file);
}

static void save(const struct buffer *from, const char *path) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) fail(path);
  for (size_t done = 0; done < from->count;) {
    ssize_t count = write(file, from->bytes + done, from->count - done);
    if (count <= 0) fail(path);
    done += (size_t)count;
  }
  close(file);
}

static const uint8_t *map(const char *path, size_t *size) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) < 0) fail(path);
  *size = (size_t)status.st_size;
  const void *bytes = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
  if (bytes == MAP_FAILED) fail(path);
  close(file);
  return bytes;
}

int main(int count, char **words) {
  if (count != 4) return 2;
  size_t size, blob_size;
  const struct step *steps = (const struct step *)map(words[1], &size);
  const uint8_t *blob = map(words[2], &blob_size);
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
  struct libdeflate_compressor *deflater = libdeflate_alloc_compressor(atoi(words[3]));
  struct buffer in = {0}, plain = {0}, out = {0};
  if (!inflater || !deflater) fail("libdeflate");
  for (size_t at = 0; at < size / sizeof *steps; at++) {
    const struct step *step = &steps[at];
    switch (step->what) {
    case OPEN: load(&in, (const char *)blob + step->a); break;
    case INFLATE:
      reserve(&plain, step->c);
      if (libdeflate_deflate_decompress(inflater, in.bytes + step->a, step->b, plain.bytes,
                                        step->c, NULL) != LIBDEFLATE_SUCCESS) {
        fputs("floor: a part cannot be inflated\n", stderr);
        return 1;
      }
      break;
    case KEEP: append(&out, in.bytes + step->a, step->b); break;
    case DEFLATE:
      reserve(&out, out.count + libdeflate_deflate_compress_bound(deflater, step->b));
      out.count += libdeflate_deflate_compress(deflater, blob + step->a, step->b,
                                               out.bytes + out.count, out.room - out.count);
      break;
    case BYTES: append(&out, blob + step->a, step->b); break;
    case WRITE:
      save(&out, (const char *)blob + step->a);
      out.count = 0;
      break;
    default: return 2;
    }
  }
  return 0;
}

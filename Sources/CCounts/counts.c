#include "counts.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/single_threaded.h>

// What the runtime exports for programs that are compiled to have one thread.
void *swift_nonatomic_retain(void *object);
void *swift_nonatomic_retain_n(void *object, uint32_t count);
void swift_nonatomic_release(void *object);
void swift_nonatomic_release_n(void *object, uint32_t count);
void *swift_nonatomic_bridgeObjectRetain(void *object);
void *swift_nonatomic_bridgeObjectRetain_n(void *object, uint32_t count);
void swift_nonatomic_bridgeObjectRelease(void *object);
void swift_nonatomic_bridgeObjectRelease_n(void *object, uint32_t count);

// MARK: The common case of the runtime's own functions

// A word behind an object's type holds its counts: the strong references but one from bit 33 on,
// and the top bit where the count is kept elsewhere, or never changes. Package.swift says of which
// versions of the runtime this is known; of others, each count goes through the runtime.
#ifdef SCOREBOOK_KNOWN_COUNTS

static inline bool add(void *object, uint64_t more) {
  uint64_t *counts = (uint64_t *)object + 1;
  uint64_t sum = *counts + more;
  if (__builtin_expect((int64_t)sum < 0, false)) return false;
  *counts = sum;
  return true;
}

static const uint64_t one = (uint64_t)1 << 33;

#else

static inline bool add(void *object, uint64_t more) { return false; }

static const uint64_t one = 0;

#endif

// Null, and what no reference is counted of: those have the top bit.
static inline bool is_uncounted(void *object) { return (intptr_t)object <= 0; }

// A text or a list keeps flags in the bits of its reference that no address needs.
static inline void *without_flags(void *object) {
  return (void *)((uintptr_t)object & 0x80fffffffffffff9);
}

void *scorebook_plain_retain(void *object) {
  if (is_uncounted(object) || add(object, one)) return object;
  return swift_nonatomic_retain(object);
}

void scorebook_plain_release(void *object) {
  if (is_uncounted(object) || add(object, -one)) return;
  swift_nonatomic_release(object);
}

static inline void *plain_bridge_retain(void *object) {
  void *counted = without_flags(object);
  if (is_uncounted(counted) || add(counted, one)) return object;
  return swift_nonatomic_bridgeObjectRetain(object);
}

static inline void plain_bridge_release(void *object) {
  scorebook_plain_release(without_flags(object));
}

// MARK: What the linker puts in the place of the runtime's functions (--wrap)

// The C library's word that no other thread exists; it is false before one begins. The C++ library
// counts its shared pointers by it in the same way.
static inline bool is_alone(void) { return __builtin_expect(__libc_single_threaded, true); }

void *__real_swift_retain(void *object);
void *__real_swift_retain_n(void *object, uint32_t count);
void __real_swift_release(void *object);
void __real_swift_release_n(void *object, uint32_t count);
void *__real_swift_bridgeObjectRetain(void *object);
void *__real_swift_bridgeObjectRetain_n(void *object, uint32_t count);
void __real_swift_bridgeObjectRelease(void *object);
void __real_swift_bridgeObjectRelease_n(void *object, uint32_t count);

void *__wrap_swift_retain(void *object) {
  return is_alone() ? scorebook_plain_retain(object) : __real_swift_retain(object);
}

void __wrap_swift_release(void *object) {
  is_alone() ? scorebook_plain_release(object) : __real_swift_release(object);
}

void *__wrap_swift_bridgeObjectRetain(void *object) {
  return is_alone() ? plain_bridge_retain(object) : __real_swift_bridgeObjectRetain(object);
}

void __wrap_swift_bridgeObjectRelease(void *object) {
  is_alone() ? plain_bridge_release(object) : __real_swift_bridgeObjectRelease(object);
}

void *__wrap_swift_retain_n(void *object, uint32_t count) {
  return is_alone() ? swift_nonatomic_retain_n(object, count)
                    : __real_swift_retain_n(object, count);
}

void __wrap_swift_release_n(void *object, uint32_t count) {
  is_alone() ? swift_nonatomic_release_n(object, count) : __real_swift_release_n(object, count);
}

void *__wrap_swift_bridgeObjectRetain_n(void *object, uint32_t count) {
  return is_alone() ? swift_nonatomic_bridgeObjectRetain_n(object, count)
                    : __real_swift_bridgeObjectRetain_n(object, count);
}

void __wrap_swift_bridgeObjectRelease_n(void *object, uint32_t count) {
  is_alone() ? swift_nonatomic_bridgeObjectRelease_n(object, count)
             : __real_swift_bridgeObjectRelease_n(object, count);
}

/// The runtime's counts of references, without atomic operations for as long as the process has
/// one thread. docs/decisions/0162 says why, and what it rests on.
#ifndef SCOREBOOK_COUNTS_H
#define SCOREBOOK_COUNTS_H

/// One more strong reference to an object of Swift's, counted without atomic operations; returns
/// it. Only for a process with one thread.
void *scorebook_plain_retain(void *object);

/// One strong reference less; the last one destroys the object. Only for a process with one thread.
void scorebook_plain_release(void *object);

#endif

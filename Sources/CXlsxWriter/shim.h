#include <xlsxwriter.h>
/* glibc declares these only under _GNU_SOURCE or in malloc.h, which Swift's Glibc leaves out. */
int mallopt(int param, int value);
int memfd_create(const char *name, unsigned int flags);

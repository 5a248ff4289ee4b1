// Memory moved and sorted by what the browser has for it: one instruction, where the C library
// brings a kilobyte of loops. Not for link-time optimisation, which calls these functions by
// itself.
#include <algorithm>
#include <cstddef>

extern "C" {

void *memcpy(void *to, const void *from, std::size_t size) {
    __builtin_memcpy(to, from, size);
    return to;
}

void *memmove(void *to, const void *from, std::size_t size) {
    __builtin_memmove(to, from, size);
    return to;
}

void *memset(void *to, int value, std::size_t size) {
    __builtin_memset(to, value, size);
    return to;
}

/// Shell's sort: Dear ImGui sorts a few hundred windows and glyphs with it, and mostly none.
void qsort(void *base, std::size_t count, std::size_t size,
           int (*compare)(const void *, const void *)) {
    auto *const bytes = static_cast<char *>(base);
    for (std::size_t gap = count / 2; gap != 0; gap /= 2) {
        for (std::size_t i = gap; i < count; ++i) {
            for (std::size_t j = i; gap <= j; j -= gap) {
                char *const one = bytes + (j - gap) * size;
                char *const other = bytes + j * size;
                if (compare(one, other) <= 0) {
                    break;
                }
                std::swap_ranges(one, one + size, other);
            }
        }
    }
}

} // extern "C"

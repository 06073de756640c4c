//! National submissions: the five parts, the matrix, an item.

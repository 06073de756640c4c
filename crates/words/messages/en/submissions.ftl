### National submissions: the five parts, the matrix, an item.
### Keys of this file begin with submissions-.

//! States: the list, the map, one State.

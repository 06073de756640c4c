### States: the list, the map, one State.
### Keys of this file begin with states-.

### The list of series, and the page of one series: who took part, the rounds.
### Keys of this file begin with series-.

## All series

series-list-title = Peer reviews held
series-list-lead = Series of rounds in which States look together at how each of them implements resolution 1540 (2004).
series-list-empty = No series yet
series-list-empty-why = A series appears here once its first round is recorded.

## Counts. $count chooses the plural.

series-rounds = { $count ->
    [one] { $count } round
   *[other] { $count } rounds
}
series-since = since { $year }

## Who took part: States as rows, rounds as columns

series-took-part = Who took part
series-took-part-note = Labels such as “2 + 1” belong to titles; every State is simply a participating State.
series-state = State
series-states-heading = Participating States
series-cell-took-part = took part
series-cell-host = took part; held here
# Shown as a dash; these words are for screen readers.
series-cell-none = not among the participating States
series-order = States are in alphabetical order.

## The rounds

series-the-rounds = The rounds
series-rounds-empty = No rounds yet
series-same-series = Series

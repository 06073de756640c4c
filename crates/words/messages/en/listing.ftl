### Lists as tables: pages, order, files, filters.
### Keys of this file begin with listing-.

listing-count = { $count ->
    [one] { $count } entry.
   *[other] { $count } entries.
}
listing-download = Download the table (CSV)
listing-pages = Pages of the list
listing-all = All
listing-show = Show

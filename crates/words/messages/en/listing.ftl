### Lists as tables: pages, order, files, filters.
### Keys of this file begin with listing-.

listing-count = { $count ->
    [one] { $count } entry.
   *[other] { $count } entries.
}
listing-download = Download the table (CSV)
# The head of the column that says in every row of a file that the data are fictional.
listing-data = Data
listing-pages = Pages of the list
listing-all = All
listing-show = Show

### History of a record: its versions, who recorded them and when, how to check them.
### Keys of this file begin with history-.

## The page

history-title = History of this record
history-lead = Nothing is changed in place: each version follows the one before it and names its hash.
history-versions = { $count ->
    [one] { $count } version
   *[other] { $count } versions
}
history-newest = newest
history-see = See this version

## One version

history-version = Version { $number }
history-recorded = Recorded at
history-stated = Stated for
history-by = By

## Checking

history-content-hash = Content hash
history-version-hash = Version hash

## When something is no longer there

history-erased = erased
history-erased-why = The content was erased; its hash remains, and the chain still holds.
history-withdrawn = withdrawn
history-needs-newer = This version was written by a newer Tamga and cannot be shown here.

## The table
# $record is what the record is called.
history-of = History: { $record }

## What a version changed
history-first = The first version that you may read.
history-unchanged = It says the same as the version before it.
history-key-new = new
history-key-gone = gone
# $number counts within those who read it.
history-revision = Shared rev. { $number }

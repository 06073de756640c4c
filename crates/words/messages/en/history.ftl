### History of a record: its versions, who recorded them and when, how to check them.
### Keys of this file begin with history-.

## The page

history-title = History of this record
history-lead = Nothing is changed in place: each version follows the one before it and names its hash.
history-open = History
history-versions = { $count ->
    [one] { $count } version
   *[other] { $count } versions
}
history-newest = newest
history-see = See this version
history-compare = Compare with the version before

## One version

history-version = Version { $number }
history-audience = Who may read it
history-recorded = Recorded at
history-stated = Stated for
history-by = By
history-by-editor = by editor
history-on-behalf = for { $owner }
history-act = Act
history-origin = Origin
history-origin-real = real
history-origin-reconstruction = reconstructed from public sources
history-origin-exercise = exercise
history-schema = Form of the record

## Checking

history-content-hash = Content hash
history-version-hash = Version hash
history-previous-hash = Hash of the version before
history-signature = Signature
history-signature-checked = signature checked
history-signature-wrong = signature does not match
history-signature-unknown = cannot be checked here
history-chain-holds = The chain of versions holds.
history-chain-broken = The chain of versions is broken at version { $number }.
history-how-to-check = How to check it with standard tools

## When something is no longer there

history-erased = erased
history-erased-why = The content was erased; its hash remains, and the chain still holds.
history-withdrawn = withdrawn
history-withdrawn-why = Withdrawn by { $owner }. What was read before cannot be un-read.
history-needs-newer = This version was written by a newer Tamga and cannot be shown here.

## The table
# $record is what the record is called.
history-of = History: { $record }
history-version-column = Version
history-said = What it says

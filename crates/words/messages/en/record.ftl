### The page of one record: a party, a source, a theme, an event.
### Keys of this file begin with record-.

record-formal-name = Formal name
record-abbreviation = Abbreviation
record-part-of = Part of
record-publisher = Published by
record-published = Published
record-read-at = Where to read it
record-role = Role in peer reviews
record-states = States
record-organizations = Organizations
record-standing-in = Where it stands
record-standing-nowhere = No other record that you may see speaks of it.
record-rows = Rows
record-sure-seen = seen in a published copy
record-sure-seen-in-part = seen in part in a published copy
record-sure-recalled = recalled, to be checked

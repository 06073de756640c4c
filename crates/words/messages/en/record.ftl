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

## Treaties and catalogues

record-sort = What it is
record-treaty-treaty = treaty
record-treaty-agreement = agreement with an organization
record-treaty-arrangement = politically binding arrangement
record-treaty-organization = organization
record-who-joined = Who has joined
record-edition = Edition

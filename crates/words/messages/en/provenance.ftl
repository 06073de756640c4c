### Whose a record is, who reads it, whether it is final.
### Keys of this file begin with provenance-.

provenance-editor = Compiled by the editor
# The owner of what is joint to a round.
provenance-joint = { $round }, jointly
provenance-may-read = what { $reader } may read
provenance-draft = Draft rev. { $number }
provenance-shared = Shared rev. { $number }, { $date }
provenance-read-log = { $owner } sees on which days your side reads this, not who reads it

### How papers are to be handled, in the words of the State or organization whose they are.
### Keys of this file begin with marking-.

# Before the words of a marking, for those who hear the page; the head of a column in files.
marking-of = Marking

## Our markings

marking-scheme-title = Our markings
marking-scheme-lede = The words with which your delegation marks its records and files. A marking goes wherever the record goes, and stands on every page, print and file of it.
marking-scheme-none = No markings yet
marking-scheme-none-why = Your coordinator records here the words that your State uses, from the least restrictive on.
marking-classified = What is classified has no marking here: it never enters.
marking-levels = The markings, from the least restrictive on
marking-levels-how = One row for each. The words stand on paper as you write them here; leave out a language that you do not use. A row without words is dropped; what is marked with it keeps its words until you change its marking.
marking-level-number = Marking { $number }
marking-place = Place
marking-words-in = In { $language }
marking-handling = What it asks of whoever has the paper
marking-save = Record the markings
marking-error-words = Give the words of at least one marking.

## The marking of a record

marking-link = Marking…
marking-title = Marking: { $record }
marking-lede = Choose how it is to be handled. Whoever has the record is told its marking with it, and nobody else.
marking-choose = Which marking
marking-choose-none = None
marking-told = Who is told
marking-told-own = Your own delegation. Nobody else has this record.
marking-told-others = Your own delegation, and { $readers }: at once.
marking-limits = A marking asks; it does not keep anybody out. Who reads the record is decided when it is shared.
marking-do = Mark it
marking-no-scheme = Your delegation has not recorded its markings yet.
marking-to-scheme = Record your markings
marking-error-choose = Choose a marking, or none.

## What was just done

marking-said-scheme = Your markings are recorded.
marking-said-put = Marked. Everybody who has it is told.
marking-said-lifted = The marking is lifted.

### Help: one page, short.
### Keys of this file begin with help-.

help-lead = What this is, how a page is read, and whom to ask.

help-what = What this is
help-what-text = Tamga is the working tool of a voluntary peer review. A group of States looks, round by round, at how each of them implements resolution 1540 (2004), adopts joint recommendations by consensus, and sees at the next round what became of them.
help-what-voluntary = Nothing here is a measure of compliance. There are no scores and no rankings; what a State reports is its own statement.

help-page = How a page is read
help-page-text = Every text answers three questions, in this order: whose it is, who may read it, and whether it is final. The marks are always the same.
help-letters-state = AAA
help-letters-organization = ORG
help-mark-state = State
help-mark-state-text = A square mark with the letters of the State. A filled one is your own.
help-mark-organization = Organization, round
help-mark-organization-text = A rounded mark: an organization, or the round itself for what is joint.
help-sign-own = People of the delegation that wrote it.
help-sign-named = The readers whose names stand beside it.
help-sign-round = The States that take part in the round, its chair and organizer.
help-sign-organizations = The same, and the organizations invited to the round.
help-sign-series = All States of the series, also those who join later.
help-sign-public = Everybody.
help-rel-draft = Draft
help-rel-draft-text = Not shared. Nobody else learns that it exists.
help-rel-shared = Shared
help-rel-shared-text = Given to its readers, with the number of the revision and the day.

help-past = As of a past day
help-past-text = At the top of each page you can choose a past day or the close of a round. You then see what you may read today of what was known then; a dark band says so, and nothing can be changed.

help-exercise = Exercise
help-exercise-text = The exercise is a fictional region for training and trying. Its pages say so at the top and on paper, and stand apart from the public record.

help-search = Search
help-search-text = Search looks through what you may read, in English and Russian. A symbol such as ISK18 leads straight to the paper. Every long list can be sorted by its heads and downloaded as a table.

help-print = Printing
help-print-text = Every page prints on A4 without menus. Each sheet says what it is, who may read it, when it was printed and for whom.

help-keyboard = Keyboard
help-keyboard-text = Tab goes from link to link; the first stop skips to the content. Enter follows a link or opens a menu, Escape closes it. Nothing needs a mouse, and no page needs a script.

help-ask = Whom to ask
help-ask-text = For the round: its organizer, named among the key facts of the round. For what a State wrote: that State’s coordinator, named among its contacts. For this installation: its operator. An error in the public record is put right by its editor once a public source shows it.

help-reads = Who learns that you read
help-reads-text = Whoever has shared a text with named readers, with a round or with a series sees which States and organizations have read it, and on which days: “your State, 3 March”. A text counts as read when a page, a table or the API shows it to one of your people. It is kept for a year.
help-reads-not = Nobody is told which person it was, or at what hour. Nothing is noted of what is open to everybody, of what is your own, or of what is joint to a round. The operator has no page with it.

help-programs = For programs
help-programs-text = Whatever a page shows can be had as JSON too, and every act can be handed in by a program with a token. What it may read and do is what its person may.
help-programs-page = The API, with examples

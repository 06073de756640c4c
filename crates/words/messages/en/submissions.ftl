### National submissions: the five parts, the matrix, an item.
### Keys of this file begin with submissions-.

## All submissions

submissions-title = National submissions
submissions-lead = What States bring to a round: five short parts, and the matrix for the items in scope where a State wants it. The newest round stands first.
submissions-rule = Each State decides what it submits, in which form, and who reads it.
submissions-none = No national submission that you may read
submissions-none-why = The public record holds none: what a State submits is for the readers it names. A submission appears here once its State shares it with you.
submissions-state = State
submissions-round = Round
submissions-form = Form
submissions-version = Version
submissions-read-by = Read by
submissions-languages = Languages

## One submission

submissions-of-state = National submission of { $state }
# Beside the shared version, for the own delegation.
submissions-drafts-of = Drafts of { $state }
submissions-parts = The submission
submissions-parts-note = five parts, about five pages
submissions-parts-none = No part that you may read
submissions-parts-none-why = Each part is shared by itself. It appears here once the State shares it with you.
submissions-part = Part
submissions-brief = In one line
# $round is a round's short name, such as "Highfield 2023".
submissions-part-since = What changed since { $round }
submissions-part-changed = What changed
submissions-part-became = What became of the recommendations
submissions-part-plan = National action plan
submissions-part-practices = Effective practices
submissions-part-needs = Needs of assistance
# A round by its place and year: Highfield 2023.
submissions-round-short = { $place } { $year }
submissions-no-matrix = This submission has no matrix: the State chose the five parts.

## Figures for the own delegation

submissions-own-note = { $state }’s own progress; nobody else is shown these figures.
submissions-cells = cells with an entry
# Beside the number of cells with an entry.
submissions-of = of { $count }
submissions-cells-shared = shared
submissions-changed-since = changed since { $round }
submissions-in-draft = in draft
submissions-on-list = questions on { $state }’s list

## The matrix

submissions-to-matrix = The matrix, for the items in scope
submissions-matrix = The matrix on one screen
submissions-matrix-size = { $catalogue }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
}
submissions-highlight = Highlight
submissions-highlight-all = All
submissions-highlight-drafts = Drafts
submissions-highlight-questions = Open questions
submissions-key-draft = draft
submissions-key-question = open question
# For screen readers, after what stands in the cell.
submissions-cell-draft = draft, own delegation only
submissions-blank = blank
submissions-blank-not-no = blank (not “no”)
submissions-blank-why = Blank means that nothing is recorded; it does not mean “no”.
# In a cell that has a text but no code.
submissions-words-only = in words
submissions-own-codes = { $state }’s own answers in the catalogue’s own codes, each with its evidence.
submissions-not-a-measure = Not a measure of compliance.
submissions-recalled-note = Some rows of this catalogue are recalled, to be checked against the published instrument; each says so on its page.
submissions-item = Item

## An item

# $state is a State, $item the name of a row.
submissions-item-title = { $state }: { $item }
submissions-items = Items
submissions-all-sections = All sections
submissions-answer = Answer
submissions-answer-of = { $state }’s answer
submissions-answer-none = No answer that you may read
submissions-answer-none-why = { $state } has shared nothing at this item with you. Blank does not mean “no”.
submissions-answers-by-cell = Answers by cell
submissions-kind = What is asked
submissions-mark-changes = Mark what changed since { $round }
submissions-answer-now = { $state }’s answer now
submissions-as-shared = as shared { $date }, read-only
submissions-nothing-then = Nothing that you may read was said here
submissions-remarks = Remarks
submissions-law-of = of { $date }
submissions-effective = in effect from { $date }
submissions-original = Original
submissions-courtesy = Courtesy translation, to be confirmed
submissions-behind = This translation was made from an earlier wording of the original.
submissions-others = What other States shared at this item
submissions-others-note = In alphabetical order, as each State stated it. This is not a comparison.
submissions-about-item = About this item
submissions-questions = Questions
submissions-questions-none = Nothing that you may read was asked here.
submissions-questions-all = All questions to this State
submissions-recommended = Recommendations that rest on this item
submissions-observations = Observations
submissions-evidence = Evidence
submissions-row = This row
submissions-sure-seen = Seen in a published copy of the instrument.
submissions-sure-seen-in-part = Its first words were seen in a published copy.
submissions-sure-recalled = Recalled.
submissions-to-be-checked = The wording of this row is from memory; to be checked against the published matrix.

## A part

submissions-text = Text
submissions-text-none = One line only
submissions-text-none-why = The State wrote this part in one line; it stands above.
submissions-not-in-language = Not in this language
submissions-refers = It speaks of
submissions-dialogue = Asked and observed here

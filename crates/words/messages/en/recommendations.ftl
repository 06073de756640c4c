### Recommendations: the list, one with its family and reports, the follow-up board.
### Keys of this file begin with recommendations-.

## The list

recommendations-title = Recommendations
recommendations-lead = Recommendations, suggestions and good practices that the rounds adopted or noted, and drafts as far as they may be read.
recommendations-all = All texts
recommendations-to-board = Follow-up board
recommendations-empty = No recommendation here
recommendations-empty-why = Nothing is recorded that you may read and that these filters admit.
recommendations-voluntary = A recommendation is adopted by consensus of the participating States. It is voluntary, is not a treaty and creates no legal obligation; statements are printed with it.

## Columns, facts and filters

recommendations-symbol = Symbol
recommendations-recommendation = Recommendation
recommendations-series = Series
recommendations-round = Round
recommendations-adopted = Adopted on
recommendations-adopted-at = Adopted at
recommendations-addressee = Addressee
recommendations-addressees = Addressees
recommendations-theme = Theme
recommendations-themes = Themes
recommendations-kind = Kind
recommendations-course = Where it stands
recommendations-state = State
recommendations-addressees-unknown = No source says to whom it is addressed

## Kinds, where a text stands, stages of a draft

recommendations-sort-recommendation = Recommendation
recommendations-sort-suggestion = Suggestion
recommendations-sort-good-practice = Good practice
recommendations-course-draft = Draft
recommendations-course-open = Open
recommendations-course-open-public = Open, as far as is public
recommendations-course-concluded = Concluded
# A good practice asks nobody for anything.
recommendations-noted = Noted
recommendations-stage-tabled = Tabled
recommendations-stage-rolling = Rolling text, in brackets
recommendations-stage-clean = Chair’s text, clean
recommendations-stage-silence = Chair’s text, under silence
recommendations-stage-ad-referendum = Agreed ad referendum
recommendations-stage-withdrawn = Withdrawn

## What a text is called, and whether it is final

# $round: Dushanbe round 2017
recommendations-lettered = { $round }, ({ $letter })
recommendations-round-of = { $round } { $year }
recommendations-adopted-on = Adopted by consensus, { $date }
recommendations-no-number = no number until adopted
recommendations-draft = Draft
recommendations-text-of = Text of { $date }.
recommendations-not-adopted = Not adopted, not for quotation.

## The text

recommendations-text = Text
recommendations-adopted-text = Adopted text
recommendations-original = original
recommendations-language-missing = Not available in this language.
recommendations-behind = This translation is behind its original.
recommendations-courtesy = Courtesy translation, to be confirmed.
recommendations-brackets = Brackets hold text that is not agreed, with the letters of the delegations that proposed it.
recommendations-silence-rule = To say nothing is no objection. Any written objection or amendment before the end breaks the silence, and all are told at once.
recommendations-silence-end = The end of the silence stands in the note. How it ended is shown here once the chair has said so.
recommendations-paraphrased = A paraphrase of what public sources tell. The text itself, its number and its order are not public; the letter is ours.
recommendations-statement-statement = Statement of { $party }
recommendations-statement-interpretive = Interpretative statement of { $party }
recommendations-statement-reservation = Reservation of { $party }
recommendations-compared = Compared with earlier revisions
recommendations-compared-note = Underlined: new in the text above. Struck through: no longer in it.
recommendations-against = Against { $revision }, { $date }

## The facts beside it

recommendations-facts = Facts
recommendations-tabled-by = Tabled by
recommendations-tabled-unknown = the chair
recommendations-how-session = in session, no delegation objecting
recommendations-how-silence = by silence procedure
recommendations-adopters = Adopted by
recommendations-basis = Basis
recommendations-items = Resolution
recommendations-term = Term
recommendations-note = Note
recommendations-sources = Sources
recommendations-frozen = Frozen text
recommendations-drafting = Drafting history
recommendations-record = Record
recommendations-never-public = never public
recommendations-public-reads = The public reads
recommendations-public-reads-what = text, date, adopters and statements. Everything else on this page carries its own label.
recommendations-became = What became of it, as sources say
recommendations-became-unknown = No public source says what became of it; a State may supply one.

## Its family across rounds

recommendations-lineage = Lineage
recommendations-lineage-drawing = Lineage through the rounds, drawing
recommendations-lineage-key = Solid line: carried forward, merged or built on. Dashed line: inspired. Dashed frame: draft, shown only to those who may read it.
recommendations-lineage-cut = There is more than is drawn here.
recommendations-lineage-words = The same in words
recommendations-lineage-since = Since then
recommendations-kin-draft = { $symbol }, draft
recommendations-kin-measure = Measure { $symbol }
recommendations-kin-practice = Practice { $symbol }
recommendations-relation-repeats = { $later } repeats { $earlier }.
recommendations-relation-replaces = { $later } stands in the place of { $earlier }.
recommendations-relation-merges = { $earlier } was merged into { $later }.
recommendations-relation-follows-from = { $later } takes the next step after { $earlier }.
recommendations-relation-inspired-by = { $later } was inspired by { $earlier }.

## What was reported and concluded

recommendations-reported = What each State reported
recommendations-reported-region = Reports by State and round, scrolls sideways
recommendations-last-report = Last report
recommendations-last-report-short = last report
recommendations-not-addressee = not an addressee
recommendations-own-statements = Reports are the States’ own and not a measure of compliance. What a round concluded of them is recorded apart.
recommendations-concluded = What rounds concluded
recommendations-for-all = for all addressees
recommendations-verdict-carried-out = Carried out, no longer followed
recommendations-verdict-open = Stays open
recommendations-verdict-carried-forward = Carried forward in a later text
recommendations-verdict-overtaken = Overtaken by events
recommendations-measures = Measures that serve it
recommendations-number = No.
recommendations-measure = Measure
recommendations-responsible = Responsible
recommendations-progress = Progress
recommendations-joint = Joint measure
recommendations-reports = Progress reports
recommendations-reports-latest = latest first
recommendations-reports-older = { $count ->
    [one] One earlier report
   *[other] { $count } earlier reports
}
recommendations-report-number = Report { $number }
recommendations-evidence = Evidence

## The board

recommendations-board = Follow-up of recommendations
recommendations-board-now = as of { $moment }
recommendations-board-lead = What each addressee last reported on each recommendation; what the rounds concluded stands on the page of the recommendation.
recommendations-board-lead-past = The board as it stood on that day: what had been adopted and reported by then.
recommendations-board-lead-sources = What public sources say became of the recommendations of reviews held before. States have not reported here.
recommendations-board-region = Board, scrolls sideways
recommendations-board-caveat = Each entry is the State’s own latest report, with its date. No entry is a measure of compliance; States are in alphabetical order, and nothing is added up.
recommendations-board-sources = Paraphrases of what public sources tell, and nothing is added up. Where no source says, the State may supply one.
recommendations-board-empty = Nothing to follow here
recommendations-board-empty-past = By that day nothing that you may read had been adopted in this series, or these filters admit none of it.
recommendations-no-theme = Without a theme
recommendations-filters = Filters
recommendations-any-round = Any round
recommendations-all-themes = All themes
recommendations-which = Recommendations
recommendations-which-all = All
recommendations-date-is = date: last report
recommendations-as-of = As of
recommendations-public-only = Only reports that are public stand here.

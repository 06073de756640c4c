### The page of a round: phases, facts, delegations, results, sources.
### Keys of this file begin with round-.

## Title

# For example: Issyk-Kul round, 28–30 June 2018
round-title = { $title }, { $dates }

## Phases, as steps on a line

round-phase = Phase
round-phase-proposed = Proposed
round-phase-preparing = Preparing
round-phase-in-session = In session
round-phase-adopted = Adopted
round-phase-follow-up = Follow-up
round-phase-closed = Closed
# For screen readers.
round-phase-to-come = to come

## How firm it is that the round takes place

round-standing = Standing
round-standing-proposed = Proposed
round-standing-announced = Announced
round-standing-unconfirmed = Announced, not confirmed
round-standing-held = Held
round-standing-closed = Closed

## Key facts

round-key-facts = Key facts
round-in-title = In the title
round-dates = Dates
round-place = Place
round-initiated-by = Initiated by
round-hosted-by = Hosted by
round-organized-by = Organized by
round-supported-by = Supported by
round-grew-from = Grew from
round-themes = Themes
round-participants-number = Number of participants
round-dates-unknown = The sources give no date

## Delegations

round-delegations = Delegations
round-delegation = Delegation
round-capacity = Capacity
round-capacity-participant = Participating State
round-capacity-observer = Observer
round-capacity-organization = Invited organization
# One delegation in two capacities: $capacity is one of those above.
round-capacity-and-host = { $capacity }, host
round-invited-organizations = Invited organizations
round-delegations-none = No delegation is on public record.
round-organizations-none = No invited organization is on public record.

## Sessions and visits

round-sessions = Sessions
round-visits = Familiarization visits
round-visits-none = No familiarization visit is on public record.

## What came of the round

round-outcome = Outcome
round-outcome-none = No outcome is on public record.
round-recommendations = Recommendations known from public sources (paraphrased)
round-recommendations-none = No recommendation of this round is on public record.
round-recommendations-paraphrased = The wording is ours, not that of the adopted text.
round-addressees = Addressed to
round-addressees-unknown = The sources do not name the addressees.
round-proposals = Proposals and statements of delegations
round-proposal-by = Proposed by { $party }

## What became of a recommendation

round-became = What became of it
round-became-carried-out = carried out
round-became-partly = partly carried out
round-became-under-way = under way
round-became-not-started = not started
round-became-overtaken = overtaken by events
round-became-unknown = no public source recorded here

## Events near the round

round-events = Events near the round

## What is not on public record

round-agenda = Agenda and national submissions
round-agenda-none = Not on public record
round-agenda-none-why = The sources do not give the agenda by day, nor the national submissions. A delegation that holds them may add them; each addition says whose it is and who may read it.

## Where the sources differ

round-differ = Where the sources differ
round-differ-open = Both stand side by side; this record follows neither.

## Sources

round-sources = Sources
# $numbers are the numbers of the sources at the foot of the page, with commas; $count is how many.
round-cited = { $count ->
    [one] source { $numbers }
   *[other] sources { $numbers }
}
round-source-published = published { $date }
round-note = Note

## Formats that have a word instead of a label
round-format-bilateral = bilateral
round-format-trilateral = trilateral

## Getting about on the page

round-on-this-page = On this page
round-nothing-readable = Nothing that you may read is recorded here.

## Phases to come of a round that has not ended

# $day of $days days of the meeting.
round-day-of = Day { $day } of { $days }
round-ahead-adopted = planned by { $date }
round-ahead-follow-up = reports once before the next round, or when invited
round-ahead-closed = when the next round opens

## Key facts of a round that its owners write

round-chair = Chair
round-local-time = Local time
round-local-time-note = hours on this page are local
round-builds-on = Builds on
round-modalities = Modalities
round-languages = Languages
round-scope = Scope
round-decision-session = consensus in session
round-decision-session-or-silence = consensus in session or under a silence procedure
round-attribution-named = brackets carry the names of delegations
round-attribution-chair = names of proposers are for the chair only
round-attribution-unnamed = brackets carry no names

## Delegations, as they tell of themselves

round-count-states = { $count ->
    [one] { $count } State
   *[other] { $count } States
}
round-count-organizations = { $count ->
    [one] { $count } invited organization
   *[other] { $count } invited organizations
}
round-head = Head
round-members = Members
round-agencies = Agencies represented
round-coordinator = Coordinator
round-reads-organizations = reads what is shared with “States and invited organizations”

## Agenda by day

round-agenda-days = Agenda
round-weekday-monday = Monday
round-weekday-tuesday = Tuesday
round-weekday-wednesday = Wednesday
round-weekday-thursday = Thursday
round-weekday-friday = Friday
round-weekday-saturday = Saturday
round-weekday-sunday = Sunday
round-day = day { $day }
# $day is the message above.
round-day-now = { $day }, now { $hour }
round-day-over = { $day }, over
# For screen readers, before the session that is under way.
round-session-now = Now:
round-visit = Familiarization visit

## National submissions

round-submissions = National submissions
round-submissions-note = as each State chose; the matrix only where in scope
round-submissions-none = No national submission that you may read
round-submissions-none-why = Each State decides what it submits and who reads it. A submission appears here once it is shared with you.
round-submissions-rule = Each State decides the form. How far its own entries have come is shown to that State alone.
round-form = Form
round-form-light = Five parts
round-form-light-and-matrix = Five parts, and the matrix for some items
round-form-matrix = Whole matrix
round-shared = Shared
round-read-by = Read by
round-also = Also

## Texts

round-outcome-so-far = Outcome so far
round-adopted-texts = Adopted texts
round-text = Text
round-symbol = Symbol
round-adopted = Adopted
round-adopted-session = in session
round-adopted-silence = by silence that was not broken
round-drafts = Drafts
round-draft = Draft
round-tabled-by = Tabled by
# The letter in the mark of the chair.
round-chair-mark = C
round-the-chair = Chair
round-stage = Stage
round-stage-tabled = Tabled
round-stage-rolling = Rolling text, in brackets
round-stage-clean = Clean chair’s text
round-stage-silence = Clean chair’s text, under silence
round-stage-ad-referendum = Agreed ad referendum
round-stage-withdrawn = Withdrawn
round-silence-so-far = How the silence ended is shown here once the chair has said so
round-finding-suggestion = Suggestion
round-finding-good-practice = Good practice
round-consensus = Nothing is adopted over anybody’s objection. The States adopt, the chair declares consensus; statements are printed with the text.

## Conclusions on earlier recommendations

round-conclusions = Conclusions on earlier recommendations
round-earlier = Recommendation
round-addressee = Addressee
round-all-addressees = all addressees
round-concluded = Concluded
round-in-words = In words
round-verdict-carried-out = carried out
round-verdict-open = stays open
round-verdict-carried-forward = carried forward
round-verdict-overtaken = overtaken by events

## Statements and proposals of delegations

round-statements = Statements and proposals of delegations
round-statements-note = recorded apart; never a recommendation
round-statement-statement = Statement
round-statement-interpretive = Interpretative statement
round-statement-reservation = Reservation
# Before the symbol of the text that a statement concerns.
round-statement-on = on
round-proposal = Proposal

## Papers

round-documents = Documents
round-to-recommendations = All texts of this round, with what became of them
round-noted = Suggestions and good practices noted

## The dialogue on submissions

round-to-submissions = All about these submissions
round-to-questions = Questions and replies
round-to-observations = Observations

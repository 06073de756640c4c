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

### National action plans and the road map.
### Keys of this file begin with plans-.

## All plans

plans-page = Plans
plans-lead = What each State set itself, and what the States do together.
plans-title = National action plans
plans-road-maps = Road maps
plans-none = No plan is recorded that you may read.
plans-none-why = A State records its plan and decides who reads it.
plans-none-of-state = No plan that you may read.
plans-road-maps-none = No road map is recorded that you may read.
plans-road-maps-none-why = The States of a round compile and adopt it.
plans-unknown = no public source recorded here
plans-unknown-state = No public source recorded here; the State may supply one.
plans-state = State
plans-plan = Plan
plans-period = Period
plans-approved = Approved by
plans-approved-on = Approved on
plans-standing = Standing
plans-standing-in-preparation = in preparation
plans-standing-approved = approved
plans-standing-over = period over
# What was said of a plan before its period ended, and in which year.
plans-standing-then = { $standing } (as of { $year })
plans-coordinator = Co-ordinated by
plans-readers = Read by
plans-version = Version
plans-submitted = Submitted to the 1540 Committee
plans-follows = Follows
plans-follows-map = Follows
plans-note = Note
# $date is the last day.
plans-until = until { $date }

## One plan

plans-facts = Facts
plans-series = Series
plans-round = Round
# $by is the act by which the plan was approved, or the day.
plans-approved-by = Approved by: { $by }.
# $by is the name of the agency.
plans-coordinated-by = Co-ordinated by: { $by }.
# $date is the day.
plans-adopted = Adopted by consensus, { $date }
plans-with-drafts = With drafts of your own
plans-toc-plan = national plan
plans-toc-all = All plans and road maps
plans-figure-of = of { $count }
plans-figure-linked = linked to a recommendation
plans-figures-note = Your own count and the marks past a term are shown to your delegation only.

## The table of measures

plans-measures = Measures by task
plans-joint-measures = Joint measures
plans-measures-none = No measures are recorded that you may read.
plans-measures-none-why = The State records them and decides who reads each.
plans-measures-none-here = No measure fits these filters.
plans-measures-none-here-why = Choose “All” in one of them.
plans-column-measure = No., measure, expected result
plans-column-lead = Responsible, co-executors
plans-column-by = By whom
plans-column-term = Term, funding
plans-column-recommendation = Recommendation
plans-lead-agency = Responsible executor
plans-lead-party = Lead
plans-progress = Progress
plans-any = Any
plans-past-term = Past its term
plans-order = Order
plans-order-task = Task
plans-order-term = Term
# $number is the number of the task.
plans-task-number = Task { $number }.
# $names are the names of the co-executors.
plans-with = with { $names }
plans-together-with = together with
plans-need = need
plans-own-initiative = own initiative
plans-no-report = no report
plans-last-report = last report
plans-key-planned = planned
plans-key-reported = reported: quarter, half, whole
plans-key-past = past its term
plans-key-term = term
plans-key-today = today
# $from and $to are years.
plans-time = Time, { $from } to { $to }
# For screen readers: a bar of the time-line.
plans-bar = { $number }: { $term }, { $progress }
plans-bar-past = { $number }: { $term }, { $progress }, past its term

## The columns of the file

plans-number = No.
plans-task = Task
plans-measure = Measure
plans-term = Term
plans-result = Expected result
plans-partners = Co-executors and partners
plans-funding = Funding
plans-recommendations = Recommendations

## Where a road map comes from

plans-origins = Where it comes from
# $numbers are the numbers of the measures.
plans-became-measures = { $count ->
    [one] became measure { $numbers }
   *[other] became measures { $numbers }
}

## One measure

plans-needs = Need
plans-goes-back = Goes back to
plans-relation-repeats = repeats
plans-relation-replaces = replaces
plans-relation-merges = merges
plans-relation-follows-from = follows from
plans-relation-inspired-by = inspired by
plans-reports = Reports
plans-no-report-why = To say nothing is no fault: a report is invited once before the next round.
# $number is counted by who reports.
plans-report = Report { $number }
plans-reported-to = to
plans-evidence = Evidence

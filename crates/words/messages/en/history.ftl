### History of a record: its versions, who recorded them and when, how to check them.
### Keys of this file begin with history-.

## The page

history-title = History of this record
history-lead = Nothing is changed in place: each version follows the one before it and names its hash.
history-versions = { $count ->
    [one] { $count } version
   *[other] { $count } versions
}
history-newest = newest
history-see = See this version

## One version

history-version = Version { $number }
history-recorded = Recorded at
history-stated = Stated for
history-by = By

## Checking

history-content-hash = Content hash
history-version-hash = Version hash

## When something is no longer there

history-erased = erased
history-erased-why = The content was erased; its hash remains, and the chain still holds.
history-withdrawn = withdrawn
history-needs-newer = This version was written by a newer Tamga and cannot be shown here.

## The table
# $record is what the record is called.
history-of = History: { $record }

## What a version changed
history-first = The first version that you may read.
history-unchanged = It says the same as the version before it.
history-key-new = new
history-key-gone = gone
# $number counts within those who read it.
history-revision = Shared rev. { $number }

## Fields, as they stand beside what changed in them
# Names of fields as they are stored; one that is not named here is shown as it is stored.
history-field-sources = sources
history-field-note = note
history-field-title = title
history-field-symbol = symbol
history-field-round = round
history-field-words = words
history-field-party = State or organization
history-field-sort = sort
history-field-themes = themes
history-field-url = address on the network
history-field-number = number
history-field-standing = standing
history-field-name = name
history-field-names = names
history-field-label = label
history-field-from = from
history-field-to = to
history-field-scope = scope
history-field-summary = summary
history-field-place = place
history-field-date = date
history-field-dates = dates
history-field-by = by
history-field-when = when
history-field-languages = languages
history-field-follows = follows
history-field-later = later
history-field-earlier = earlier
history-field-adopted = adopted
history-field-word = word
history-field-term = term
history-field-tasks = tasks
history-field-task = task
history-field-steps = steps
history-field-step = step
history-field-submission = submission
history-field-role = role
history-field-refers = refers to
history-field-part = part
history-field-paragraphs = paragraphs
history-field-organizations = organizations
history-field-states = States
history-field-on = on
history-field-item = item
history-field-items = items
history-field-in-force = in force
history-field-how = how
history-field-extent = extent
history-field-coordinator = co-ordinator
history-field-content = content
history-field-code = code
history-field-catalogue = catalogue
history-field-at = at
history-field-aim = aim
history-field-abbreviation = abbreviation
history-field-with = with
history-field-with-named = with, as written
history-field-visit = visit
history-field-verdict = verdict
history-field-until = until
history-field-topic = topic
history-field-text = text
history-field-tabled-by = tabled by
history-field-submitted = submitted
history-field-source = source
history-field-serves = recommendations served
history-field-result = expected result
history-field-rests-on = rests on
history-field-relation = relation
history-field-practice = practice
history-field-post = post
history-field-function = function
history-field-phone = telephone
history-field-mail = mail
history-field-needs = needs
history-field-narrative = narrative
history-field-may-circulate = may be passed on
history-field-invited-by = invited by
history-field-instruments = instruments
history-field-instrument = instrument
history-field-funding = funding
history-field-executor = responsible executor
history-field-executor-named = responsible executor, as written
history-field-evidence = evidence
history-field-confirmed = confirmed
history-field-comment = comment
history-field-citations = citations
history-field-changed-by = changed by
history-field-cells = cells
history-field-cell = cell
history-field-capacity = capacity
history-field-brief = in one line
history-field-became = what became of it
history-field-basis = basis
history-field-remarks = remarks
history-field-articles = articles
history-field-article = article
history-field-approved-on = approved on
history-field-approved = approved by
history-field-agreed = agreed offers
history-field-agencies = agencies
history-field-agency = agency
history-field-addressees = addressees
history-field-address = address
history-field-pages = pages
history-field-members = members
history-field-head = head
history-field-session = session
history-field-series = series
history-field-of = of
history-field-about = about
history-field-participants = participants
history-field-initiators = initiators
history-field-hosts = hosts
history-field-organizers = organizers
history-field-donors = donors
history-field-notes = notes
history-field-format = format
history-field-form = form
history-field-slug = word in addresses

## Words as they are stored
history-code-tabled = tabled
history-code-rolling = rolling text
history-code-clean = clean chair’s text
history-code-silence = under silence
history-code-ad-referendum = agreed ad referendum
history-code-withdrawn = withdrawn
history-code-proposed = proposed
history-code-announced = announced
history-code-unconfirmed = announced, not confirmed
history-code-held = held
history-code-closed = closed
history-code-under-way = under way
history-code-partly = carried out in part
history-code-carried-out = carried out
history-code-overtaken = overtaken by events
history-code-in-session = in session
history-code-preparing = in preparation
history-code-follow-up = follow-up
history-code-recommendation = recommendation
history-code-suggestion = suggestion
history-code-good-practice = good practice
history-code-in-preparation = in preparation
history-code-approved = approved
history-code-over = period over
history-code-in-force = in force
history-code-draft = draft
history-code-open = open
history-code-agreed = agreed
history-code-met = met

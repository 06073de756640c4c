### Practices, assistance, library, events, contacts.
### Keys of this file begin with sharing-.

## The overview

sharing-title = Sharing
sharing-lead = Practices worth copying, help needed and offered, texts of law, and people to call.
sharing-all-practices = All practices
sharing-all-needs = All needs
sharing-all-offers = All offers
sharing-all-library = The whole library
sharing-all-contacts = All points of contact

## What the lists have in common

sharing-filter-words = Search
sharing-filter-state = State, organization
sharing-filter-theme = Theme
sharing-document-of = Document of
sharing-readers = Read by
sharing-version = Version
sharing-themes = Themes
sharing-none-why = Whoever records one decides who reads it.
sharing-note = Note
sharing-read-at = Where to read it

## Practices

sharing-practices = Effective practices
sharing-practices-lead = Topic, practice, source and comment, as each State states them.
sharing-practices-none = No practice is recorded that you may read.
sharing-topic = Topic
sharing-practice = Practice
sharing-source = Source
sharing-comment = Comment

## Assistance

sharing-assistance = Assistance
sharing-assistance-lead = What States need, what others offer, and what was agreed.
sharing-assistance-note = A need is agreed when its State accepts an offer. Where the State allows it, a need may be passed on to the 1540 Committee as a request.
sharing-needs = Needs
sharing-needs-none = No need is recorded that you may read.
sharing-need = Need
sharing-when = When
sharing-extent = Extent
sharing-agreed = Agreed assistance
sharing-starts-from = Starts from
sharing-need-standing = How it stands
sharing-standing-open = open
sharing-standing-partly-agreed = partly agreed
sharing-standing-agreed = agreed
sharing-standing-met = met
sharing-standing-withdrawn = withdrawn
sharing-circulate = To the 1540 Committee
sharing-circulate-yes = may be passed on
sharing-circulate-no = not to be passed on
sharing-offers = Offers
sharing-offers-none = No offer is recorded that you may read.
sharing-offer = Offer
sharing-until = Until

## Library

sharing-library = Library
sharing-library-lead = Laws and regulations as evidence of what is reported, and documents.
sharing-library-none = No text is recorded that you may read.
sharing-document = Document
sharing-sort = Sort of text
sharing-number = Number, date
sharing-date = Date
sharing-force = Standing
sharing-force-in-force = in force
sharing-force-amended = in force, as amended
sharing-force-repealed = repealed
sharing-force-draft = draft
sharing-languages = Languages
sharing-cited = Cited in
sharing-cited-more = more
sharing-cited-in = Cited in these answers
sharing-cited-nowhere = No answer that you may read cites it.
sharing-law-constitution = constitution
sharing-law-code = code
sharing-law-law = law
sharing-law-decree = decree
sharing-law-resolution = resolution of a government
sharing-law-order = order of an agency
sharing-law-control-list = control list
sharing-law-programme = strategy or programme
sharing-law-agreement = international agreement
sharing-law-other = other instrument
sharing-paper-report = report
sharing-paper-information-note = information note
sharing-paper-programme = programme of a meeting
sharing-paper-participants = list of participants
sharing-paper-summary = summary of a session
sharing-paper-presentation = presentation
sharing-paper-guide = guide
sharing-paper-form = form
sharing-paper-letter = letter or note
sharing-paper-other = other document
sharing-paper-of = Paper of
sharing-law-number = Number
sharing-law-adopted = Adopted
sharing-law-since = In force since
sharing-changed-by = Changed by
sharing-changes = Changes
sharing-articles = Articles that are cited
# $number is the number of the article as written.
sharing-article = Article { $number }
sharing-length = Length
sharing-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}

## Events

sharing-events = Events
sharing-events-lead = Round tables, trainings and visits between the rounds.
sharing-events-none = No event is recorded that you may read.
sharing-event = Event
sharing-dates = When
sharing-place = Place
sharing-states = States
sharing-organizations = Organizations
sharing-year = Year
sharing-year-unknown = Year not known
sharing-series = Series
sharing-event-round-table = round table
sharing-event-workshop = workshop
sharing-event-training = training
sharing-event-seminar = seminar
sharing-event-working-group = meeting of a working group
sharing-event-preparatory-meeting = preparatory meeting
sharing-event-peer-review = peer review of another instrument

## Contacts

sharing-contacts = Points of contact
sharing-contacts-lead = Posts and offices, as each State keeps their cards. No persons are named.
sharing-contacts-none = No point of contact is recorded that you may read.
sharing-post = Post
sharing-function = Function
sharing-reach = How to reach it
sharing-card-readers = Card read by
sharing-confirmed = Card confirmed

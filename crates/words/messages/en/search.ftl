### Search: the page, the results, what groups of results are called.
### Keys of this file begin with search-.

## The page

search-title = Search
search-hint = Words in English or Russian, or a symbol such as ISK18
search-button = Search
search-scope = The search looks through what you may read.
# The heading over the results; $query is what was typed.
search-heading = Search: { $query }

## Results

search-results = { $count ->
    [one] { $count } record found
   *[other] { $count } records found
}
search-within = Look for “{ $words }” in what concerns: { $party }
search-nothing = Nothing found
search-nothing-hint = Try another form of the word, or fewer words. The symbol of a round or of a text finds it at once.
# $limit is the greatest number of characters.
search-too-long = { $limit ->
    [one] The question is longer than { $limit } character. Give fewer words.
   *[other] The question is longer than { $limit } characters. Give fewer words.
}
search-empty = Type one word at least.

## Groups of results

search-group-party = States and organizations
search-group-source = Sources
search-group-theme = Themes
search-group-series = Series
search-group-round = Rounds
search-group-delegation = Delegations
search-group-session = Sessions
search-group-site-visit = Familiarization visits
search-group-outcome = Outcomes
search-group-recommendation = Recommendations
search-group-proposal = Proposals and statements
search-group-event = Events
search-group-disagreement = Disagreements between sources
search-group-agency = Agencies
search-group-treaty = Treaties
search-group-treaty-status = Status of treaties
search-group-instrument = Laws and regulations
search-group-catalogue = Catalogues
search-group-catalogue-map = Maps between editions of a catalogue
search-group-modalities = Modalities
search-group-submission = National submissions
search-group-part = Parts of submissions
search-group-answer = Answers
search-group-question = Questions
search-group-reply = Replies
search-group-closing = Closings of questions
search-group-observation = Observations
search-group-statement = Statements of delegations
search-group-lineage = Lineage
search-group-adoption = Adoptions
search-group-progress = Reports on progress
search-group-conclusion = Conclusions of rounds
search-group-plan = National action plans
search-group-roadmap = Road maps
search-group-measure = Measures
search-group-practice = Effective practices
search-group-offer = Offers of assistance
search-group-need = Needs of assistance
search-group-document = Documents
search-group-contact = Points of contact
search-group-clearance-list = Clearance lists
search-group-clearance = Clearances
search-group-approval = Approvals
search-group-marking = Markings
search-group-marking-scheme = Schemes of markings
search-group-file = Files
search-group-erasure = Erasures

## Narrowing

search-nothing-here = Nothing that was found fits these filters.
search-nothing-here-why = Choose “All” in one of them.
search-kinds = Kind
search-state = State, organization
search-round = Round
search-year = Year
search-version = Version
search-version-draft = our drafts
search-version-shared = shared
search-all = All

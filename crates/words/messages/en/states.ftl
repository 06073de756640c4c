### The list of States, and the page of one.
### Keys of this file begin with states-.

## All States

states-lead = Who took part in the reviews, in alphabetical order. From published sources.
states-lead-exercise = The fictional States of the exercise, in alphabetical order.
# Donors, hosts of events, guests.
states-others = Other States that sources name
states-kept-here = States of this installation
states-label = Label
states-took-part = Took part in
states-order-note = A label such as KGZ is local to this installation.
states-empty = No States yet
states-empty-why = A State appears here once it is recorded.

## The map

states-map-show = Show the map
states-map-title = Outlines of the States in the table. The table says the same.
states-map-scrolls = Map, scrolls sideways
states-map-disclaimer = Schematic, not to scale. The shapes and names do not imply any opinion on the legal status of any territory or on the delimitation of its frontiers.
# $file: the name of the file.
states-map-not-installed = No map is installed here. The operator can add one: a file { $file } with outlines (GeoJSON polygons whose properties give the name of the State) in the data folder, and start again.
states-map-none-of-these = The map that is installed has no outlines of these States.

## One State: sections

states-names = Names
states-rounds = Rounds
states-recommendations = Recommendations
states-agencies = Agencies
states-treaties = Treaties, organizations and arrangements
states-laws = Laws and regulations
states-plans = National action plans
states-documents = Reports and documents
states-practices = Effective practices
states-assistance = Needs and offers
states-events = Events
states-contacts = Contacts

states-no-source = No public source recorded here; the State may supply one.
states-nothing-readable = Nothing that you may read is recorded here.

states-language = Language
states-name = Name
states-recommendations-to = Recommendations addressed to { $state }
# $state is the name of a State. Sources of reviews held before mostly name no addressees.
states-recommendations-of-rounds = Recommendations of rounds in which { $state } took part (where sources name no addressees, all of them)
states-held-here = held here
states-source-later = source of a later day
# Behind the name of an agency.
states-agency-since = since { $date }
states-agency-before = Before
states-in-the-library = All of them, in the library
states-law-adopted = adopted { $date }
states-law-from = in force from { $date }
states-plan-submitted = sent to the 1540 Committee { $date }
states-confirmed = confirmed { $date }

## Treaties

states-treaty = Treaty
states-standing = Standing
states-law = National law
states-signed = Signed
states-deposited = Deposited
states-in-force = In force since
states-as-of = Sources as of
states-deposit = { $step }, { $date }
states-confirm = To be confirmed before it is quoted:
states-treaties-note = Four dates that are kept apart: the national law, the signature, the deposit, the entry into force. Where depositaries give different days, each stands below. An empty cell is not “no”.

## How a State stands with a treaty

states-standing-party = party
states-standing-in-force = in force
states-standing-not-in-force = not in force
states-standing-signed = signed
states-standing-ratified = ratified, no deposit found
states-standing-acceded = acceded, no deposit found
states-standing-law-adopted = law adopted, no deposit found
states-standing-not-party = not a party
states-standing-subscribed = subscribed
states-standing-not-subscribed = not subscribed
states-standing-member = member
states-standing-not-member = not a member
states-standing-participant = participant
states-standing-not-participant = not a participant
states-standing-participating-state = participating State
states-standing-adherent = keeps to its rules without taking part
states-standing-observer = observer
states-standing-not-applicable = not open to this State
states-standing-not-found = not found in the sources read

## By which step

states-step-signature = signature
states-step-ratification = ratification
states-step-acceptance = acceptance or approval
states-step-accession = accession
states-step-succession = succession
states-step-subscription = subscription
states-step-entry-into-force = entry into force

## What an instrument is

states-sort-constitution = constitution
states-sort-code = code
states-sort-law = law
states-sort-decree = decree
states-sort-resolution = resolution
states-sort-order = order of an agency
states-sort-control-list = control list
states-sort-programme = strategy or programme
states-sort-agreement = international agreement
states-sort-other = other text

## Whether it is in force

states-force-in-force = in force
states-force-amended = in force, as amended
states-force-repealed = repealed
states-force-draft = draft

## How far a plan came

states-plan-in-preparation = in preparation
states-plan-approved = approved
states-plan-over = period over

## How a need stands

states-need-open = open
states-need-partly-agreed = partly agreed
states-need-agreed = agreed
states-need-met = met
states-need-withdrawn = withdrawn

### What kinds of record are called, in the singular and within a sentence.
### Keys of this file begin with kind-.

## Those who take part

kind-party = participant
kind-state = State
kind-organization = organization

## What the archive holds

kind-source = source
kind-theme = theme
kind-series = series
kind-round = round
kind-delegation = delegation
kind-session = session
kind-site-visit = familiarization visit
kind-outcome = outcome
kind-recommendation = recommendation
kind-proposal = proposal
kind-event = event
kind-disagreement = disagreement between sources

## What States and rounds record

kind-agency = agency
kind-treaty = treaty
kind-treaty-status = status of a treaty
kind-instrument = law or regulation
kind-catalogue = catalogue
kind-catalogue-map = map between editions of a catalogue
kind-modalities = modalities
kind-submission = national submission
kind-part = part of a submission
kind-answer = answer
kind-question = question
kind-reply = reply
kind-closing = closing of a question
kind-observation = observation
kind-statement = statement of a delegation
kind-lineage = lineage
kind-adoption = adoption
kind-progress = report on progress
kind-conclusion = conclusion of a round
kind-plan = national action plan
kind-roadmap = road map
kind-measure = measure
kind-practice = effective practice
kind-offer = offer of assistance
kind-need = need of assistance
kind-document = document
kind-contact = point of contact
kind-clearance-list = clearance list
kind-clearance = clearance
kind-approval = approval
kind-marking = marking
kind-marking-scheme = scheme of markings
kind-file = file
kind-erasure = erasure

## Other

# A record of a kind that this version does not know.
kind-unknown = record that needs a newer version

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

## Other

# A record of a kind that this version does not know.
kind-unknown = record that needs a newer version

## What States, organizations and rounds write

kind-agency = agency
kind-modalities = modalities
kind-statement = statement of a delegation
kind-conclusion = conclusion of a round
kind-treaty = treaty
kind-treaty-status = standing with a treaty

### Who may read a record, and in what capacity a person acts.
### Keys of this file begin with audience-.

## Labels, always shown with their mark

audience-agency = Agency
audience-own = Own delegation
audience-named = Named
audience-round = States of this round
audience-organizations = States and invited organizations
audience-series = States of the series
audience-public = Public

## Capacities in which a person acts

audience-role-editor = editor
audience-role-coordinator = coordinator
audience-role-organizer = organizer
audience-role-chair = chair
audience-role-reader = reader
audience-role-contributor = contributor
audience-role-translator = translator

### Why an act was not done. One or two sentences: what is wrong, and what would be right.
### Keys of this file begin with refusal-. What is in quotation marks was typed by the person.

## Texts

refusal-text-empty = The text is empty.
refusal-text-too-long = { $limit ->
    [one] The text is longer than { $limit } character.
   *[other] The text is longer than { $limit } characters.
}

## Languages of a text

refusal-language-missing = The text is missing in this language: { $language }.
refusal-language-unknown = “{ $tag }” is not the tag of a language.

## Other records that are named. What is absent and what may not be seen must read the same.

refusal-record-unknown = No record “{ $record }”, or not one that you may see.

## Short names, symbols, addresses

refusal-slug-malformed = “{ $slug }” cannot stand in an address. Use small Latin letters, digits and single hyphens.
refusal-slug-taken = The short name “{ $slug }” is taken.
refusal-symbol-taken = The symbol { $symbol } is taken.
refusal-label-taken = The label { $label } is taken.
refusal-url-malformed = “{ $url }” is not a web address. It begins with https:// or http://.

## Dates

refusal-dates-order = The end is before the beginning.
refusal-stated-at-not-allowed = Only a record reconstructed from public sources, or one of the exercise, may say for which day it is stated.

## Evidence

refusal-source-missing = No source is given. Every statement shows its evidence.

## Versions, roles, origin

refusal-base-stale = Somebody has recorded a newer version since you opened this one. Read it, then make your change again.
refusal-unchanged = This is the same as the newest version; nothing is recorded.
refusal-role-needed = This is open to other capacities only: { $role }.
refusal-not-owner = Only the owner of a record writes it. Answer with a record of your own.
refusal-origins-mixed = Records of the exercise and real ones cannot stand in one series.

## Shapes of records
refusal-translation-of = The text in this language does not say which words it was translated from: { $language }.
refusal-listed-twice = The list names “{ $record }” twice.
refusal-list-too-long = { $limit ->
    [one] The list has more than { $limit } entry.
   *[other] The list has more than { $limit } entries.
}
refusal-label-malformed = “{ $label }” is not a label. Use capital Latin letters, digits and hyphens, such as KGZ.
refusal-party-label = { $label } is no mark of a State or an organization: give at least two letters, such as KGZ or OSCE.
refusal-who-empty = Give a name, a State or organization, or both.
refusal-steps-order = The phases do not stand in their order.
refusal-one-statement = A disagreement needs two statements at least.
refusal-record-of-other-kind = The record “{ $record }” is of another kind.
refusal-record-newer = This record was written by a newer version of the program. Update the installation before you change it.
refusal-stated-at-back = The day for which this is stated lies before that of the version before it.
## Sharing, withdrawing, erasing
refusal-audience-malformed = The list of readers is empty, not sorted, or names somebody twice.
refusal-shared-already = These readers have this content already.
refusal-not-shared = Nothing is shared with these readers that could be withdrawn.
refusal-stays = Adopted texts and mandates are not withdrawn. Give the mandate an end; let another text follow the adopted one.
refusal-content-unknown = This record has no content { $content } that you may see.
refusal-erasure-ids = { $count ->
    [one] Give { $count } new record id for the erasure.
   *[other] Give { $count } new record ids for the erasures.
}
## Acts as files and programs hand them in
refusal-act-form = The act has not the form it should have: { $detail }
refusal-act-field = The field { $field } is missing.
refusal-act-unknown = There is no act “{ $act }”.
refusal-memory-budget = The installation has used four fifths of the memory it is allowed, and records nothing new. The operator can allow more.
refusal-written-meanwhile = Another program wrote to the same database at the same time. Give the file again: what was recorded is passed over.
## What belongs to whom

refusal-not-yours = Only its owner may say this. Write of what is your own, or ask the owner.
refusal-nobody-acts = Nobody acts here for the owner that is named.
refusal-reader-without-people = { $party } has no readers here. Choose others, or leave it out.
refusal-not-taking-part = You do not take part in this round, or not in a capacity that allows this. Ask its organizer to record your delegation.
refusal-series-kept = A round stays in the series for which it was founded, and whoever founds it chooses that. Keep the series, or found another round.
refusal-submitted-already = There is one already; change that one.
refusal-adopted-already = This text is adopted, or the number is not the next one, { $next }.

## Items, evidence, names

refusal-item-unknown = “{ $item }” is no item of this catalogue.
refusal-evidence-empty = Name a law, a document or a web address.
refusal-names-order = The names do not stand in the order of their days.
refusal-lineage-self = A record does not go back to itself.
refusal-mandate-agencies = Name at least one agency for which the contributor drafts.
refusal-mandate-texts = Name at least one text that the translator is to translate.
refusal-translator-end = A translator is given texts for a time: say until what day.
refusal-text-address = “{ $address }” names no record: give the address of its page, or its id.
refusal-list-empty = Nothing is listed.
refusal-symbol-malformed = “{ $symbol }” is not a symbol, such as LAK26/Q.31.
refusal-hour-malformed = “{ $hour }” is not an hour, such as 09:30.

## Mandates

refusal-role-unknown = “{ $role }” is no capacity here.
refusal-last-coordinator = This is the last coordinator. Appoint another one first.
refusal-agency-only = People of an agency draft for their agency. The coordinator takes it over and shares it.
refusal-text-not-given = This text is not among those you were given to translate.
refusal-only-translations = A translator changes translations, for the own delegation, and nothing else.
refusal-date-malformed = “{ $date }” is not a day, such as 2026-11-30.
refusal-not-written = This cannot be recorded just now. Try again.

## Clearance: what a party's own list asks before something leaves its delegation

refusal-clearance-missing = Your list “{ $list }” asks for approvals that this version does not have for these readers: { $steps }. Record them first.
refusal-clearance-first = Your list “{ $list }” is asked before this is shared. Write it for your own delegation first, have that version approved, then share it.
refusal-clearance-over = The list has been changed or ended since this clearance was begun. Begin a new one.
refusal-clearance-not-needed = Nothing of yours asks for a clearance of this for these readers.
refusal-clearance-begun = A clearance of this version for these readers has been begun already.
refusal-lists-overlap = “{ $list }” is asked for the same already. Name other kinds, or change that list.
refusal-kind-not-cleared = No list can be asked for “{ $kind }”.
refusal-step-before = The step before it has not approved yet: { $step }.
refusal-step-unknown = This clearance has no such step.
refusal-step-approved = This step has approved already. Change what is recorded, or withdraw it.
refusal-stays-inside = This stays within your own delegation: it says how you decide, and names people.
refusal-day-needed = Give the whole date, with its day.
refusal-readers-changed = Others would read it by now than you were shown. Read the names again.
refusal-not-wider = This is no extension: somebody who has it would not be among the readers.
refusal-id-taken = This id is taken: the record is another’s, or of another kind. Draw a new id.
refusal-not-kept = Such a content cannot be kept: it is too large, or has characters that are not taken.

## Accounts

refusal-person-has-account = This person has an account already. Make a link for a new password, or for a lost second step.
refusal-person-without-account = Nobody has an account under this mandate. Make a new link of the invitation.
refusal-account-of-others = This person also acts for others, or runs this installation: only the operator can make this link.
refusal-account-own = Nobody does this with his own account. Change your password on your account’s page.
refusal-account-unknown = There is no such account.
refusal-account-not-disabled = Disable the account first.
refusal-account-with-mandate = A mandate stands for this account. Its coordinator ends it first.
refusal-link-host = This installation does not know that it is reached as “{ $host }”, and makes no link that begins so. Open this page on the machine itself, or have the operator start it with --address and the address that browsers use.

## Markings and files

refusal-no-scheme = Your delegation has not recorded its markings yet. A coordinator does that on the page “Our markings”.
refusal-scheme-already = Your markings are recorded already; change those.
refusal-level-unknown = There is no such marking among yours.
refusal-level-twice = “{ $words }” stands there twice: two markings that read alike cannot be told apart on paper.
refusal-not-marked = This is not marked.
refusal-marking-goes-along = A marking goes wherever the record goes that it marks. Share or withdraw that record, or change its marking.
refusal-file-of-file = A file is attached to what it belongs to, not to another file.
refusal-file-name = “{ $name }” is no plain name. Call it “{ $plain }”.
refusal-file-empty = The file is empty. Choose one with something in it.
refusal-file-too-large = The file is larger than { $limit } MB. Make it smaller, or part it.
refusal-file-not-brought = A file is brought with its bytes: attach it on the page of the record to which it belongs.
refusal-file-sort = Such a file is not taken. Bring a PDF, a Word, Excel, PowerPoint or OpenDocument file, or a scan as PNG, JPEG or TIFF. Save older Word and Excel files as DOCX or XLSX.
refusal-file-macros = The file holds macros, which are programs. Save it without them.

### Sharing what is one's own, taking it back, and who has it.
### Keys of this file begin with releases-.

## Links

releases-share-link = Share…
releases-withdraw-link = Withdraw…
releases-share-version = Share this version…

## What to share, with whom

releases-share-title = Share: { $record }
releases-share-lede = Choose a version and its readers. Nothing is sent yet: the next page says by name who will read it and who will not.
releases-content = Which version
releases-readers = Who will read it
releases-with-named = The States and organizations that you name below, and nobody else.
releases-with-round = The States of one round, and its chair and organizer. The list is fixed when you share.
releases-with-organizations = The same, and the organizations invited to the round. Donors are not among them.
releases-with-series = All States of the series, and those who join later.
releases-with-public = Everybody, on the open pages, without signing in.
releases-named = Named States and organizations
releases-pick-round = Which round
releases-pick-series = Which series
releases-see-names = See who will read it
releases-cancel = Cancel
releases-error-readers = Choose who will read it.

## Who has it

releases-open-to = Who has it now
releases-open-to-nobody = Nobody outside your delegation.
releases-since = since { $date }
releases-joined = Joined later and does not have it: { $names }.
releases-extend = Extend it to them…

## What is told before it is sent

releases-tell-title = Share “{ $record }” with these readers?
releases-will-read = Will read it
releases-will-not-read = Will not read it
releases-reads = This will be read by { $names }.
releases-reads-everybody = This will be read by everybody: by all States and organizations, by the press and the public, without signing in.
releases-reads-nobody-yet = Nobody takes part in this series yet: it will be read by those who join.
releases-people-of-rounds = { $count ->
    [one] the chair and organizer of “{ $rounds }”
   *[other] the chairs and organizers of the rounds ({ $rounds })
}
releases-later-too = And by those who join later.
releases-later-not = Who joins later sees nothing of it, unless you extend it.
releases-left-public = The public and everybody else who is not named above will not read it.
releases-left-nobody = Nobody is left out.
releases-left-state = Other States of the series: { $names }.
releases-left-observer = Observers: { $names }.
releases-left-organization = Invited organizations: { $names }.
releases-left-donor = Donors: { $names }.
releases-left-without-people = Nobody acts here for { $names }: give it to them in another way.
releases-clearance = Clearance
releases-clearance-none = Your delegation has set no clearance list for this.
releases-clearance-list = Your list “{ $list }” is asked before this is shared:
releases-clearance-see = To this clearance
releases-clearance-begin = Begin the clearance
releases-step-approved = approved on { $date }
releases-step-missing = not yet
releases-stays = Stays with you
releases-stays-why = It speaks of these records, which these readers do not see:
releases-what = Exactly this content
releases-never-unread = What is shared can never be un-read. It can be followed by a later version, or by one that says that it is withdrawn.
releases-again = Your password was given some time ago. Give it again; you come back to this page with your choice.
releases-do = { $count ->
    [one] Share with this { $count } reader
   *[other] Share with these { $count } readers
}
releases-do-series = Share with the States of the series
releases-do-public = Open it to everybody
releases-choose-again = Choose otherwise

## Withdrawing

releases-withdraw-title = Withdraw: { $record }
releases-withdraw-lede = Its readers will find in its place that it is withdrawn. Your own versions stay.
releases-withdraw-from = From whom
releases-withdraw-never-unread = What was read cannot be un-read: who has read it, printed it or received a copy still has it.
releases-withdraw-do = Withdraw it

## What we have shared with whom

releases-shared-title = What we have shared
releases-shared-lede = By readers: what others have of yours, since when, and who joined later without it.
releases-shared-none = Nothing yet
releases-shared-none-why = What you share stands here, with the names of who has it.
releases-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
releases-records-see = See the records

## What was just done

releases-said-named = Shared with those you named.
releases-said-round = Shared with the States of the round.
releases-said-organizations = Shared with the States of the round and the invited organizations.
releases-said-series = Shared with the States of the series.
releases-said-public = Open to everybody now.
releases-said-withdrawn = Withdrawn. Its readers are told so.
releases-said-clearance = The clearance has begun.

## Who has read what of ours

releases-log-title = Who has read ours
releases-log-lede = By day: which States and organizations have read what you shared with them. Your readers are told of it. Which person it was is not known here.
releases-log-day = Day (UTC)
releases-log-reader = Read by
releases-log-record = What was read
releases-log-kind = Kind
releases-log-none = Nothing yet
releases-log-none-why = What you have shared with named readers, a round or a series stands here once a party with which you shared it has read it.
releases-log-untitled = Without a title
releases-log-kept = Kept for { $count ->
    [one] { $count } day
   *[other] { $count } days
}, and on this installation only. What is open to everybody is not noted.

### What the command line says. Keys of this file begin with cli-.

## Starting and stopping
cli-made = A new installation stands in { $data }.
cli-archive = Archive: { $done ->
    [one] { $done } act recorded
   *[other] { $done } acts recorded
}, { $before } recorded before.
cli-exercise = Exercise: { $done ->
    [one] { $done } act recorded
   *[other] { $done } acts recorded
}, { $before } recorded before.
cli-listening = Tamga answers at { $address } (Ctrl-C stops it).
cli-stopped = Stopped. Everything acknowledged is on disk.
cli-reading = Reading the ledger: { $count }

## Acts and views
cli-acts-done = { $done ->
    [one] { $done } act recorded
   *[other] { $done } acts recorded
}; { $before } had been recorded before.
cli-act-refused = Act { $number } was not recorded: { $reason } Field: { $field }. The acts before it were recorded.
cli-act-failed = Act { $number } could not be recorded: { $reason }
cli-file-unreadable = { $file } cannot be read: { $reason }
cli-file-form = { $file } is not a file of acts. Its form is { $form }.
cli-no-editor = This installation has no editor, so that nothing public can be recorded from the command line.
cli-no-page = Nothing at { $address } that the public may read.
cli-address-form = { $address } is no address: begin with a slash, such as /states.
cli-address-unread = { $address } cannot be read with that date or query; the answer above says why.
cli-not-printed = The answer could not be printed: { $reason }

## Checking
cli-verify-counts = { $entries } entries, { $versions } versions, { $erased } erased, { $forks } forks, { $files } files. Head { $head }
cli-verify-good = Everything fits: every entry, every lane, the journal, its checkpoints and every file.
cli-verify-bad = { $count ->
    [one] { $count } thing does not fit:
   *[other] { $count } things do not fit:
}
cli-verify-entry = line { $n }: this entry would not be let in: { $reason }
cli-verify-gap = line { $expected } is missing; line { $found } follows
cli-verify-chain = line { $n }: the journal's chain does not pass through it
cli-verify-seen = line { $n }: the node's clock runs backwards
cli-verify-lost = line { $n }: its content is gone, and no erasure names it
cli-verify-not-erased = content { $content } was erased, but its bytes are still kept
cli-verify-checkpoint = checkpoint { $n }: it says otherwise than the journal, or its signature is wrong
cli-verify-column = line { $n }: column { $column } differs from the entry's bytes
cli-verify-no-checkpoint = the journal's end is not covered by a checkpoint
cli-verify-file-missing = file { $file }: a record names it, and it is not there
cli-verify-file-altered = file { $file }: its bytes are not those that its record names
cli-verify-file-extra = file { $file }: no record names it
cli-verify-engine = the database engine: { $said }
cli-verify-seal-broken = the file's bytes are not those that were put away (tamga.db.sha256)
cli-verify-seal-absent = The file was not put away whole, or is in use: bytes that hold no data were not compared.
cli-verify-seal-whole = The file's bytes are those that were put away.

## What is wrong with a data folder
cli-store-absent = There is no database at { $path }. Make one with: tamga init --data DIR
cli-store-exists = There is a database at { $path } already. Nothing was changed.
cli-store-foreign = { $path } is not a Tamga database. It was not touched.
cli-store-newer = The database has format { $format }; this program knows { $known }. It was not touched. Use a newer program.
cli-store-seal-broken = { $path } is not the file that was put away: it does not fit its seal { $seal }. Nothing was changed. Run tamga verify. If all is well (the file was copied or renamed), take the seal away and start again; else restore a backup.
cli-store-damaged = The database is damaged: { $detail }. Nothing was changed. Run tamga verify, and restore a backup.
cli-store-unwritable = The database cannot be written: { $detail }
cli-store-key = The key at { $path } cannot be used: { $detail }
cli-store-closed = The database was put away.
cli-store-barred = Entry { $index } may not enter: { $reason }
cli-budget = The ledger needs about { $needed } MB of memory; { $budget } MB are allowed. Allow more with --memory.
cli-cannot-listen = { $address } cannot be listened at: { $reason }
cli-served-already = The data folder { $data } is served by another process already. Use that one, or stop it first.
# $address is the path of a link that is added to the address of the installation.
cli-operator-link = The operator's link, for fourteen days and once: { $address } (open it at the address that tamga serve names).
cli-operator-link-password = A link by which { $login } sets a new password, within three days and once: { $address } (open it at the address that tamga serve names).
cli-operator-link-second-step = A link by which { $login } takes away the second step with the password, within three days and once: { $address } (open it at the address that tamga serve names).
cli-operator-which = Say for which operator: { $logins }.

## The map of States, which an operator may add

cli-map-too-large = { $file } is larger than 16 MB and is not drawn. Give outlines at a scale of 1:50 million.
cli-map-not-json = { $file } is not JSON and is not drawn.
cli-map-empty = { $file } holds no outlines (GeoJSON polygons) and is not drawn.
cli-no-passkeys = No passkeys at { $address }: browsers bind them to an address with https, or to localhost.
cli-origin = give scheme and host and nothing else, such as https://review.example.org

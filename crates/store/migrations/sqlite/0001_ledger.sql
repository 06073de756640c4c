-- The ledger of one node. Every column but `bytes`, `signature`, `seen`, `act` and `head` only repeats what stands in
-- the bytes, so that entries can be found; `tamga verify` compares them.
create table entry (
    n         integer primary key,          -- the line of the journal, 1, 2, 3 …
    what      text    not null,             -- genesis, hosting, version, fork
    hash      blob    not null,             -- SHA-256 of bytes
    owner     blob    not null,             -- whose
    record    blob,                         -- versions and forks: the record …
    kind      text,                         -- … its kind
    lane      blob,                         -- … the hash of (record, audience)
    no        integer,                      -- … the number in that lane; hostings: their number
    at        integer,                      -- … the owner's stamp, milliseconds since 1970
    content   blob,                         -- … the hash of the content; nothing in a withdrawal
    act       blob    not null,             -- the act it came with
    seen      integer not null,             -- when this node accepted it, milliseconds since 1970
    head      blob    not null,             -- SHA-256 of the journal's line
    bytes     blob    not null,             -- the signed bytes, exactly as accepted
    signature blob    not null              -- the signature's bytes, exactly as accepted
) strict;

create unique index entry_hash    on entry (hash);
create unique index entry_lane    on entry (lane, no) where what = 'version';
create        index entry_fork    on entry (lane)     where what = 'fork';
create        index entry_record  on entry (record)   where what = 'version';
create        index entry_owner   on entry (owner, at) where what = 'version';
create        index entry_hosting on entry (owner, no) where what = 'hosting';
create        index entry_act     on entry (act);

-- Contents stand apart, so that one can be destroyed while its header and the chain stay. They count per owner.
create table content (
    n     integer primary key,              -- the entry that brought it first
    hash  blob    not null,                 -- SHA-256 of the bytes
    owner blob    not null,
    bytes blob    not null,
    unique (hash, owner)
) strict;

-- What erasures name, whether it was here, comes later, or never comes. Only repeats what the erasures say.
create table erased (
    n     integer primary key,              -- the entry of the erasure
    hash  blob    not null,                 -- the content that is gone
    owner blob    not null
) strict;

create index erased_hash on erased (hash, owner);

-- The node's signed word on where its journal stood: every 1024th line for ever, and the newest.
create table checkpoint (
    n         integer primary key,
    bytes     blob not null,
    signature blob not null
) strict;

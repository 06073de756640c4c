-- Passkeys: what is needed to know one again. No secret of a person is here.
create table passkey (
    id         text primary key,             -- by which it is shown and ended
    account    text not null references account (id) on delete cascade,
    label      text not null,                -- as its person calls it
    credential text not null,                -- JSON: its public key and what it said of itself
    created    integer not null,
    used       integer
) strict;

-- Whether the session began with a passkey: that is two steps in one.
alter table session add column passkey integer not null default 0;

-- People of one installation: never part of the ledger, never sent anywhere. Times are milliseconds since 1970, UTC.
create table account (
    id        text primary key,              -- random
    login     text not null unique collate nocase,
    name      text not null,                 -- as the person wishes to be called
    password  text not null,                 -- a PHC string, Argon2id
    totp      blob,                          -- the secret; null: no second step
    totp_step integer not null default 0,    -- the last step that was used: a code works once
    operator  integer not null default 0,
    created   integer not null,
    disabled  integer
) strict;

-- By which ids parties' records know an account: one a party, so that parties cannot compare them.
create table person (
    id      text primary key,
    account text not null references account (id) on delete cascade
) strict;

create table recovery (
    hash    blob primary key,
    account text not null references account (id) on delete cascade
) strict;

create table session (
    hash    blob primary key,
    id      text not null unique,            -- by which it is shown and ended
    account text not null references account (id) on delete cascade,
    created integer not null,
    seen    integer not null,
    fresh   integer not null,                -- when the password was last given
    acting  text,                            -- the mandate's record under which the person acts
    label   text not null
) strict;

-- Devices from which an account signed in before: an attacker's failures elsewhere do not slow them.
create table device (
    hash    blob primary key,
    account text not null references account (id) on delete cascade,
    seen    integer not null
) strict;

create table invitation (
    hash     blob primary key,
    id       text not null unique,
    person   text not null,                  -- the id under which a party's mandate knows the invited person
    operator integer not null default 0,
    note     text not null,                  -- for whom, as the inviting person wrote it
    invited_by text,                         -- the account
    created  integer not null,
    expires  integer not null,
    used     integer,
    revoked  integer
) strict;

create table token (
    hash    blob primary key,
    id      text not null unique,
    account text not null references account (id) on delete cascade,
    person  text not null,
    mandate text not null,
    name    text not null,
    may_act integer not null,
    created integer not null,
    until   integer not null,
    used    integer,
    revoked integer
) strict;

-- Who read of whom, per party and day: told to readers in advance.
create table reading (
    day    text not null,
    owner  text not null,
    reader text not null,
    record text not null,
    primary key (day, owner, reader, record)
) strict, without rowid;

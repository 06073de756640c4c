-- Devices are listed to their person, and each can be forgotten.
alter table device add column id text not null default '';
alter table device add column label text not null default '';
update device set id = lower(hex(randomblob(16)));
create unique index device_id on device (id);

-- Links for somebody who has an account: they set a new password, or take away a second step that was lost.
create table renewal (
    hash        blob primary key,
    id          text not null unique,
    account     text not null references account (id) on delete cascade,
    what        text not null,               -- password, second-step
    made_by     text references account (id) on delete set null,   -- null: on the machine itself
    by_operator integer not null,
    created     integer not null,
    expires     integer not null,
    used        integer,
    revoked     integer
) strict;

-- A token may be narrowed to some acts: their words, with spaces between; empty: all that its mandate may.
alter table token add column acts text not null default '';

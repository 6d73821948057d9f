-- Few movements reverse another: those that do not need no place in this index.
alter table savings.movement drop constraint movement_reverses_key;
create unique index movement_reversed_once on savings.movement (reverses) where reverses is not null;

-- A holding may be ended before its last day, to the instant, so that an act of the morning stays with whoever held the post then.
-- With an id of its own, one account may hold one post several times from the same day: a deputyship given, ended and given again.
alter table access.holding add column id uuid;
update access.holding set id = md5('holding ' || account || ' ' || post || ' ' || since)::uuid;
alter table access.holding alter column id set not null;
alter table access.holding drop constraint holding_pkey;
alter table access.holding add constraint holding_pkey primary key (id);
alter table access.holding add column ended_at timestamptz;
comment on column access.holding.ended_at is 'ended before its last day, or withdrawn before its first; holds nothing from then on';
create index holding_account on access.holding (account, post);

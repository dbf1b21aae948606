-- Deputies, transfers with a handover, and the journal of who gave which post to whom. Accounts belong to a region, whose administrator
-- keeps them.
alter table access.account add column region bigint;
alter table access.account add column password_due boolean not null default false;
update access.account a set region = (select p.region from access.holding h join access.post p on p.id = h.post where h.account = a.id and not h.deputy
  order by h.since, p.id limit 1);
comment on column access.account.region is 'whose administrators keep the account; null: nobody''s';
comment on column access.account.password_due is 'the password was made by an administrator and has to be changed at the next sign-in';
create index account_region on access.account (region);

create table access.handover (
  id uuid primary key,
  post uuid not null references access.post (id),
  giver uuid not null references access.account (id),
  giver_holding uuid not null references access.holding (id),
  until_before date,
  successor uuid not null references access.account (id),
  successor_holding uuid not null references access.holding (id),
  last_day date not null,
  note text not null,
  planned_at timestamptz not null,
  withdrawn_at timestamptz,
  taken_at timestamptz
);
comment on column access.handover.last_day is 'of the giver; the successor holds the post from the next day';
comment on column access.handover.until_before is 'last day of the giver''s holding before the handover was planned';
comment on column access.handover.taken_at is 'when the successor had read the note and ticked it off';
create unique index handover_once on access.handover (giver_holding) where withdrawn_at is null;
create index handover_successor on access.handover (successor);
create index handover_post on access.handover (post);
grant select, insert, update on access.handover to hutong_app;

create table access.post_change (
  id uuid primary key,
  at timestamptz not null,
  kind text not null check (kind in ('account-created', 'account-disabled', 'account-enabled', 'password-reset', 'post-created', 'post-abolished',
    'given', 'ended', 'deputy-named', 'deputy-ended', 'handover-planned', 'handover-withdrawn')),
  region bigint not null,
  post uuid references access.post (id),
  account uuid references access.account (id),
  since date,
  until date,
  by_account uuid not null references access.account (id),
  by_post uuid not null references access.post (id)
);
comment on table access.post_change is 'who gave which post to whom, when; entries are added, never changed';
comment on column access.post_change.region is 'of the post, or of the account when it is about none';
create index post_change_region on access.post_change (region, at);
grant select, insert on access.post_change to hutong_app;

-- Who looked at whose data, for what purpose. Append-only: the server may add and read, nothing else. Readers that follow the journal
-- go by xid up to pg_snapshot_xmin(pg_current_snapshot()), since neither time nor id is in commit order.
create table access.journal (
  home int not null,
  subject uuid not null,
  at timestamptz not null,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  actor_kind text not null check (actor_kind in ('officer', 'resident', 'background')),
  actor text not null,
  account uuid,
  post uuid,
  post_region bigint,
  department text,
  what text[] not null,
  purpose_zh text not null,
  purpose_en text not null,
  application text,
  primary key (home, subject, at, id)
);
comment on column access.journal.what is 'data elements shown, never their values';
create index journal_xid on access.journal (xid);
grant select, insert on access.journal to hutong_app;
alter table access.journal enable row level security;
alter table access.journal force row level security;
create policy journal_read on access.journal for select using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer'
      and post_region between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint)
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));
create policy journal_append on access.journal for insert with check (actor_kind = current_setting('hutong.actor', true));

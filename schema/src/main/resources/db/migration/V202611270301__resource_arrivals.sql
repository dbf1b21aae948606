-- 新来报到: somebody who is on no file yet says where he or she lives now. It is the person's own word at once; an officer of the place looks into it.
create table resource.arrival (
  home int not null,
  id uuid not null,
  subject uuid not null,
  region bigint not null,
  said_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('accepted', 'refused')),
  decided_by uuid,
  primary key (home, id),
  constraint arrival_closed check ((closed_at is null) = (outcome is null))
);
comment on table resource.arrival is 'a newcomer says "I live here now"; waits for an officer of the place';
comment on column resource.arrival.region is 'where the newcomer says to live; which officers see it';
comment on column resource.arrival.decided_by is 'account that decided';
create unique index arrival_open on resource.arrival (home, subject) where closed_at is null;
create index arrival_of on resource.arrival (home, subject, said_at);
create index arrival_waiting on resource.arrival (region, said_at) where closed_at is null;
grant select, insert, update on resource.arrival to hutong_app;
alter table resource.arrival enable row level security;
alter table resource.arrival force row level security;
-- The person and nobody who acts for the person: it is about who one is.
create policy arrival_scope on resource.arrival using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and region between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint)
  or (current_setting('hutong.actor', true) = 'resident' and subject = nullif(current_setting('hutong.subject', true), '')::uuid));

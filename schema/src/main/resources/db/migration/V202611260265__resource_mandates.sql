-- A person lets somebody act: for what, until when. Who is meant is told by name and phone; which person that is becomes known when somebody
-- signs in with both, and the mandate counts once that person has accepted it.
create table resource.mandate (
  home int not null,
  id uuid not null,
  principal uuid not null,
  resides_in bigint,
  agent_home int,
  agent uuid,
  agent_name text not null,
  agent_phone bytea not null,
  agent_phone_bx bytea not null,
  departments text[] not null default '{}',
  application uuid,
  until date not null,
  reason text not null,
  recorder_account uuid,
  recorder_post uuid,
  made_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('principal', 'agent', 'officer')),
  primary key (home, id),
  check (application is null or departments = '{}'),
  check (accepted_at is null or agent is not null),
  check ((ended_at is null) = (ended_by is null))
);
comment on column resource.mandate.resides_in is 'where the principal lived that day; which officers may see it';
comment on column resource.mandate.agent_phone is 'encrypted under the principal''s key';
comment on column resource.mandate.departments is 'matters of these only; empty with no application: all matters';
comment on column resource.mandate.recorder_account is 'the officer who recorded it in person, for somebody without a phone';
comment on column resource.mandate.until is 'last day, inclusive';
create index mandate_principal on resource.mandate (home, principal);
create index mandate_agent on resource.mandate (agent_home, agent);
create index mandate_offered on resource.mandate (agent_phone_bx) where agent is null and ended_at is null;
grant select, insert, update on resource.mandate to hutong_app;
alter table resource.mandate enable row level security;
alter table resource.mandate force row level security;
-- Both sides see it; an agent does not see what else the principal has given, nor does a guardian.
create policy mandate_scope on resource.mandate using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and resides_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint)
  or (current_setting('hutong.actor', true) = 'resident' and (
      principal = nullif(current_setting('hutong.subject', true), '')::uuid
      or agent = nullif(current_setting('hutong.subject', true), '')::uuid)));

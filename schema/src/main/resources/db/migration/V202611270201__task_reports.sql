-- 待核实: what was heard at a door about where somebody lives now, or that somebody has died. An officer decides; what was heard stays.
create table task.report (
  home int not null,
  id uuid not null,
  subject uuid not null,
  task uuid not null,
  application uuid not null,
  kind text not null check (kind in ('moved', 'dead')),
  lives_in bigint not null,
  to_region bigint,
  to_address text not null default '',
  account uuid not null,
  reported_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('accepted', 'refused', 'withdrawn')),
  decided_by uuid,
  primary key (home, id),
  constraint report_task foreign key (home, task) references task.task (home, id),
  constraint report_closed check ((closed_at is null) = (outcome is null))
);
comment on table task.report is 'heard at a door: somebody has moved or died; waits for an officer to decide';
comment on column task.report.lives_in is 'where the person lived by the record then';
comment on column task.report.decided_by is 'account that decided; the reporter where the order of ranks decided at once';
create unique index report_open on task.report (home, subject, kind) where closed_at is null;
create index report_of_task on task.report (home, task);
create index report_to on task.report (to_region) where closed_at is null;
create index report_from on task.report (lives_in) where closed_at is null;
grant select, insert, update on task.report to hutong_app;
alter table task.report enable row level security;
alter table task.report force row level security;
-- Residents never see it: a family is not told by a screen that somebody is said to be dead.
create policy report_scope on task.report using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (lives_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint
      or to_region between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint)));

-- Who is said to have died and is not invited to anything until an officer has decided.
create view published.reported_dead with (security_invoker = true) as
  select home, subject from task.report where kind = 'dead' and closed_at is null;
grant select on published.reported_dead to hutong_app;

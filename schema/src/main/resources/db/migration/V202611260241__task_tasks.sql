-- task 任务: whom a post has to call or visit, and every attempt.
create schema task;
grant usage on schema task to hutong_app;

-- Since when a visit component has been published, however often its application is published again.
create table task.plan (
  application uuid not null,
  component text not null,
  since date not null,
  primary key (application, component)
);
grant select, insert on task.plan to hutong_app;

-- One row per run of a job: of several nodes one runs it.
create table task.job (
  job text not null,
  slot timestamptz not null,
  primary key (job, slot)
);
grant select, insert, delete on task.job to hutong_app;

-- One task per person and form. Belongs to whoever is in charge of region for department.
create table task.task (
  home int not null,
  id uuid not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  department text not null,
  reason text not null check (reason in ('no-answer', 'no-phone', 'asked-for-help')),
  lives_in bigint not null,
  region bigint not null,
  handed boolean not null default false,
  list text not null check (list in ('phone', 'door')),
  calls smallint not null default 0,
  nobody_there smallint not null default 0,
  not_before timestamptz,
  asked_at timestamptz,
  made_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  primary key (home, id),
  constraint task_once unique (home, subject, application, form),
  check ((ended_at is null) = (outcome is null))
);
comment on column task.task.lives_in is 'where the person lives, as last looked at';
comment on column task.task.region is 'whose posts are in charge: the smallest region around the place that has a post of the department';
comment on column task.task.handed is 'an officer chose who is in charge; planning leaves that alone';
comment on column task.task.list is 'the list it is on: phone first, then door';
comment on column task.task.not_before is 'when the person asked to be called again';
comment on column task.task.asked_at is 'when the person asked for help with the form';
comment on column task.task.outcome is 'how it ended: of the last attempt, or answered, withdrawn, not-addressed, closed';
create index task_open on task.task (region, department) where ended_at is null;
create index task_application on task.task (application, form);
grant select, insert, update on task.task to hutong_app;
alter table task.task enable row level security;
alter table task.task force row level security;
create policy task_scope on task.task using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (region between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint
      or lives_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint)));
create policy task_own on task.task for select using (
  current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])));

-- What happened on the phone or at the door; never changes. An undoing is a row of its own.
create table task.visit (
  home int not null,
  id uuid not null,
  task uuid not null,
  idempotency_key uuid not null,
  region bigint not null,
  account uuid not null,
  post uuid not null,
  done_at timestamptz not null,
  received_at timestamptz not null,
  means text not null check (means in ('phone', 'door', 'desk')),
  outcome text not null,
  note text not null default '',
  call_again_at timestamptz,
  primary key (home, id),
  constraint visit_key unique (home, idempotency_key),
  constraint visit_task foreign key (home, task) references task.task (home, id)
);
comment on column task.visit.region is 'who was in charge then';
comment on column task.visit.done_at is 'by the clock of the device';
comment on column task.visit.means is 'phone, door, or desk for what is decided without reaching anybody (undone, handed over)';
create index visit_of_task on task.visit (home, task, received_at);
grant select, insert on task.visit to hutong_app;
alter table task.visit enable row level security;
alter table task.visit force row level security;
create policy visit_scope on task.visit using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and region between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint));

-- How the search for a person ended, for those who list who is left.
create view published.task_outcome with (security_invoker = true) as
  select home, subject, application, form, outcome, ended_at from task.task where ended_at is not null;
grant select on published.task_outcome to hutong_app;

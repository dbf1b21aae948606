-- form 表单: what was said, kept whole and immutable, and what is being typed.
create schema form;
grant usage on schema form to hutong_app;

-- One row per filled form; never updated. A person answers a form of an application once; a key given again finds its own row.
create table form.submission (
  home int not null,
  id uuid not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  version int not null,
  idempotency_key uuid not null,
  request_hash bytea not null,
  answers jsonb not null,
  outcomes jsonb not null,
  resides_in bigint,
  registered_in bigint,
  submitted_at timestamptz not null,
  actor text not null,
  means text not null,
  receipt text not null,
  asked smallint not null,
  reused smallint not null,
  derived smallint not null,
  confirmed smallint not null,
  xact xid8 not null default pg_current_xact_id(),
  primary key (home, id),
  constraint submission_key unique (home, subject, idempotency_key),
  constraint submission_once unique (home, subject, application, form)
);
comment on column form.submission.answers is 'by question id, as said; answers to encrypted elements as base64 ciphertext under the key of the subject';
comment on column form.submission.outcomes is 'by question id: asked, confirmed, corrected, reused or derived; a reused value is named by its act, not copied';
comment on column form.submission.resides_in is 'region of the day';
comment on column form.submission.request_hash is 'SHA-256 of the request, so that a key is not used for two different ones';
create index submission_application on form.submission (application, id);
grant select, insert on form.submission to hutong_app;
alter table form.submission enable row level security;
alter table form.submission force row level security;
create policy submission_scope on form.submission using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (resides_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint or registered_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint))
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

-- Typing that is not yet an answer: sealed whole under the key of the subject, so that nobody but the person can read it.
create table form.draft (
  home int not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  version int not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (home, subject, application, form)
);
grant select, insert, update, delete on form.draft to hutong_app;
alter table form.draft enable row level security;
alter table form.draft force row level security;
create policy draft_scope on form.draft using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

-- What follows a submission after its commit. Claimed by home and bucket; holds no answers.
create table form.outbox (
  home int not null,
  id uuid not null,
  bucket smallint not null,
  event text not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  submission uuid not null,
  made_at timestamptz not null,
  xact xid8 not null default pg_current_xact_id(),
  primary key (home, id)
);
create index outbox_bucket on form.outbox (home, bucket, id);
grant select, insert, delete on form.outbox to hutong_app;
alter table form.outbox enable row level security;
alter table form.outbox force row level security;
create policy outbox_scope on form.outbox using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

create view published.form_submission with (security_invoker = true) as
  select home, id, application, form, subject, version, submitted_at, resides_in, registered_in, asked, reused, derived, confirmed, xact
  from form.submission;
grant select on published.form_submission to hutong_app;

-- file 附件: photos, signatures and documents of people, sealed in pieces under the key of their subject.
create schema file;
grant usage on schema file to hutong_app;

-- One row per upload. Nothing changes but the time at which an upload that nobody refers to goes away.
create table file.attachment (
  home int not null,
  id uuid not null,
  subject uuid not null,
  day date not null,
  nth smallint not null,
  accept text not null check (accept in ('photo', 'signature', 'document')),
  application uuid,
  place text not null,
  element text,
  media_type text not null,
  bytes int not null,
  width int,
  height int,
  pieces smallint not null,
  made_at timestamptz not null,
  made_by text not null,
  by_officer boolean not null,
  expires_at timestamptz,
  primary key (home, id),
  constraint attachment_nth unique (home, subject, day, nth)
);
comment on column file.attachment.nth is 'how many that day: the constraint makes the daily limit exact over all nodes';
comment on column file.attachment.place is 'form/question it was uploaded for';
comment on column file.attachment.element is 'data element that the question fills';
comment on column file.attachment.expires_at is 'null once a submission refers to it';
create index attachment_expires on file.attachment (expires_at) where expires_at is not null;
grant select, insert, delete, update (expires_at) on file.attachment to hutong_app;
alter table file.attachment enable row level security;
alter table file.attachment force row level security;
-- Officers read what was submitted, and what officers uploaded. It carries no region: that the person lies in the officer's range is held by the
-- policy of resource.person, whose row has the key without which the pieces are noise.
create policy attachment_scope on file.attachment using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (expires_at is null or by_officer))
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

create table file.piece (
  home int not null,
  attachment uuid not null,
  no smallint not null,
  subject uuid not null,
  sealed bytea not null,
  primary key (home, attachment, no),
  foreign key (home, attachment) references file.attachment (home, id) on delete cascade
);
comment on column file.piece.sealed is 'AES-256-GCM under the key of the subject, bound to attachment, number and count of pieces';
alter table file.piece alter column sealed set storage external;
grant select, insert, delete on file.piece to hutong_app;
alter table file.piece enable row level security;
alter table file.piece force row level security;
create policy piece_scope on file.piece using (
  current_setting('hutong.actor', true) in ('background', 'officer')
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

-- Which periodic job ran in which slot of time, so that of several nodes one does it.
create table file.slot (
  job text not null,
  slot timestamptz not null,
  primary key (job, slot)
);
grant select, insert, delete on file.slot to hutong_app;

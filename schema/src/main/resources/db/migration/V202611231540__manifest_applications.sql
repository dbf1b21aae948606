-- manifest 应用清单: applications, what officers are working on, what was published. Small shared tables (reference tables when
-- distributed), no residents' data.
create schema manifest;
grant usage on schema manifest to hutong_app;

create table manifest.application (
  id uuid primary key,
  state text not null check (state in ('draft', 'running', 'closed')),
  template text not null,
  region bigint not null,
  owner_region bigint not null,
  department text not null,
  title_zh text not null,
  title_en text not null,
  version int,
  revision int not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  saved_by text not null,
  closed_at timestamptz,
  constraint application_version check ((state = 'draft') = (version is null))
);
comment on column manifest.application.region is 'where it runs; lies within owner_region';
comment on column manifest.application.owner_region is 'region of the posts that may change it, together with the department';
comment on column manifest.application.version is 'the published version in force';
comment on column manifest.application.revision is 'raised by every saving of the draft';
create index application_region on manifest.application (region);
create index application_running on manifest.application (id) where state = 'running';
grant select, insert, update on manifest.application to hutong_app;

-- Unpublished work; the row goes when it is published.
create table manifest.draft (
  application uuid primary key references manifest.application (id),
  manifest jsonb not null
);
grant select, insert, update, delete on manifest.draft to hutong_app;

-- Never changes once written: the application's role may not update or delete.
create table manifest.version (
  application uuid not null references manifest.application (id),
  version int not null,
  manifest jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  post uuid not null,
  primary key (application, version)
);
grant select, insert on manifest.version to hutong_app;

-- Which version asks for which element, so that the once-only check finds who asks the same.
create table manifest.asked (
  application uuid not null,
  version int not null,
  component text not null,
  question text not null,
  element text not null,
  primary key (application, version, component, question),
  foreign key (application, version) references manifest.version (application, version)
);
create index asked_element on manifest.asked (element);
grant select, insert on manifest.asked to hutong_app;

-- Elements and code lists that stewards change: wording of the question, description, versions, and what was changed by whom and why.
alter table catalogue.data_element
  add column question_zh text,
  add column question_en text,
  add column about_zh text,
  add column about_en text,
  add column version int not null default 1,
  add column kept text[] not null default '{}';
comment on column catalogue.data_element.kept is 'properties that a steward has changed; what ships later leaves these alone';

alter table catalogue.code_list
  add column version int not null default 1,
  add column kept boolean not null default false;
comment on column catalogue.code_list.kept is 'a steward has named it or its standard; what ships later leaves these alone';

alter table catalogue.code_item
  add column kept boolean not null default false,
  add column retired_at timestamptz;
comment on column catalogue.code_item.kept is 'a steward has worded it; what ships later leaves the words alone';
comment on column catalogue.code_item.retired_at is 'no longer offered since; values held stay readable';

-- One change of one definition: append-only, read by everybody who reads the catalogue. The number of rows follows the work of stewards.
create table catalogue.amendment (
  kind text not null check (kind in ('element', 'code-list')),
  code text not null,
  version int not null,
  at timestamptz not null,
  by_name text not null,
  account uuid,
  post uuid,
  department text,
  reason text not null,
  differences jsonb not null,
  primary key (kind, code, version)
);
comment on column catalogue.amendment.account is 'null where a newer Hutong brought the change';
comment on column catalogue.amendment.differences is 'property, code of the code list''s item or null, before, after; only shown, never queried';
grant select, insert on catalogue.amendment to hutong_app;

-- catalogue 数据目录: small shared tables (reference tables when distributed).
create schema catalogue;
grant usage on schema catalogue to hutong_app;

-- Views for statistics and ledgers; holds no encrypted column.
create schema published;
grant usage on schema published to hutong_app;

create table catalogue.resource_type (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  table_name text not null,
  link_kind text,
  built_in boolean not null,
  created_at timestamptz not null default now()
);
comment on column catalogue.resource_type.link_kind is 'the link by which a person reaches a subject of this type on forms';

create table catalogue.code_list (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  standard text not null default '',
  status text not null default '',
  built_in boolean not null
);

create table catalogue.code_item (
  list text not null references catalogue.code_list (code),
  code text not null,
  name_zh text not null,
  name_en text not null,
  sort int not null,
  primary key (list, code)
);

create table catalogue.link_kind (
  code text primary key,
  from_type text not null,
  to_type text not null,
  inverse text not null unique,
  many boolean not null,
  name_zh text not null,
  name_en text not null,
  built_in boolean not null
);

create table catalogue.data_element (
  no int primary key,
  code text not null unique,
  resource_type text not null,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  code_list text references catalogue.code_list (code),
  unit text,
  protection text not null check (protection in ('open', 'restricted', 'encrypted')),
  first_rank text not null check (first_rank in ('register', 'resident', 'officer')),
  valid_for text,
  column_name text,
  derived_from text[] not null default '{}',
  mask text not null default 'none',
  standard text not null default '',
  seen_as text[] not null default '{}',
  built_in boolean not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);
comment on column catalogue.data_element.column_name is 'null for elements that are always derived';

-- Raised by every change, so that each node knows within a second that its copy is old.
create table catalogue.revision (
  only_row boolean primary key check (only_row),
  revision bigint not null,
  shipped text not null default ''
);
comment on column catalogue.revision.shipped is 'digest of the shipped definitions that were installed last';
insert into catalogue.revision (only_row, revision) values (true, 1);

grant select, insert, update on catalogue.resource_type, catalogue.code_list, catalogue.code_item, catalogue.link_kind,
  catalogue.data_element, catalogue.revision to hutong_app;

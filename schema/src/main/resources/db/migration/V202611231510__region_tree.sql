-- region 区划: one tree from province to grid. Identity is apart from the code, since codes are reissued and grids split and merge.
create schema region;
grant usage on schema region to hutong_app;

create table region.region (
  id uuid primary key,
  code bigint not null,
  level smallint not null check (level between 1 and 6),
  parent_code bigint,
  name_zh text not null,
  name_en text not null,
  valid_from date not null default date '1949-10-01',
  valid_until date
);
comment on column region.region.code is '15 digits: the 12-digit statistical code and three for the grid; a subtree is one range';
create unique index region_code_current on region.region (code) where valid_until is null;
create index region_parent on region.region (parent_code);
grant select, insert, update on region.region to hutong_app;

-- resource 数据资源: subjects with typed current values, links, assertions, corrections.
-- Every table that grows with residents has home (six-digit county code at creation) first in its key, so that the same
-- migrations run on PostgreSQL alone and distributed by home.
create schema resource;
grant usage on schema resource to hutong_app;

create table resource.person (
  home int not null,
  id uuid not null,
  created_at timestamptz not null default now(),
  dek bytea,
  prov bytea not null default '',
  merged_into uuid,
  erased_at timestamptz,
  provisional boolean not null default false,
  newcomer boolean not null default false,
  address text,
  address_since date,
  allergy text,
  bank_account bytea,
  bank_account_bx bytea,
  bank_holder text,
  bank_name text,
  birth_cert bytea,
  birth_cert_bx bytea,
  birth_date integer,
  birth_place text,
  blood_abo text,
  blood_rh text,
  building text,
  business boolean,
  care_need text,
  children_n bigint,
  chronic boolean,
  death_date date,
  degree text,
  degree_date date,
  dibao boolean,
  disability_allowance boolean,
  disability_cert bytea,
  disability_cert_bx bytea,
  disability_level text,
  disability_type text,
  edu_end integer,
  edu_kind text,
  edu_major text,
  edu_school text,
  edu_start integer,
  education text,
  email text,
  emergency_phone bytea,
  emergency_phone_bx bytea,
  employer text,
  employer_kind text,
  employment_status text,
  ethnic text,
  exposure text,
  former_name text,
  grid bigint,
  health text,
  height numeric,
  hmt_kind text,
  hobby text,
  homepage text,
  hukou_address text,
  hukou_kind text,
  hukou_leave_reason text,
  hukou_leave_since text,
  hukou_live_same text,
  hukou_police text,
  registered_in bigint,
  id_expiry date,
  id_number bytea,
  id_number_bx bytea,
  id_type text,
  income_year numeric,
  inflow_reason text,
  injury_care_pay boolean,
  labour_intensity text,
  leftbehind_type text,
  literate boolean,
  live_with_children boolean,
  lives_alone boolean,
  mail_addr text,
  marital text,
  medical_ins_no bytea,
  medical_ins_no_bx bytea,
  medical_pay text,
  mental boolean,
  military_service text,
  mobile bytea,
  mobile_bx bytea,
  mobility boolean,
  moved_to_addr text,
  moved_to_city text,
  name text,
  name_pinyin text,
  nationality text,
  native_place text,
  no_phone boolean,
  nrcms_no bytea,
  nrcms_no_bx bytea,
  occupation text,
  occupation_class text,
  only_child boolean,
  other_allowance boolean,
  other_party text,
  other_party_date date,
  past_history text,
  pension boolean,
  photo uuid,
  political text,
  preschool boolean,
  proxy_language text,
  resides_in bigint,
  religion text,
  resid_permit_expiry date,
  resid_permit_no bytea,
  resid_permit_no_bx bytea,
  resid_permit_type text,
  residency_kind text,
  retired_at date,
  sex text,
  shop boolean,
  shop_name text,
  skill text,
  special_care boolean,
  special_group text,
  street bigint,
  tekun boolean,
  vacc_contra text,
  vacc_reaction text,
  veteran boolean,
  wechat bytea,
  wechat_bx bytea,
  works_in bigint,
  work_since integer,
  zip text,
  primary key (home, id)
);
comment on column resource.person.dek is 'data key of this subject, wrapped by the master key; null after erasure';
comment on column resource.person.provisional is 'begun by a statement, not yet matched with a register or seen by an officer';
comment on column resource.person.newcomer is 'begun by the person at sign-in, found again by name and phone';
comment on column resource.person.prov is 'provenance of the current values, see org.hutong.resource.Provenance';
grant select, insert, update on resource.person to hutong_app;
alter table resource.person enable row level security;
alter table resource.person force row level security;
create policy person_scope on resource.person using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (resides_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint or registered_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint))
  or (current_setting('hutong.actor', true) = 'resident' and (
      id = nullif(current_setting('hutong.subject', true), '')::uuid
      or id = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

create table resource.household (
  home int not null,
  id uuid not null,
  created_at timestamptz not null default now(),
  dek bytea,
  prov bytea not null default '',
  merged_into uuid,
  erased_at timestamptz,
  region bigint,
  births12m text,
  deaths12m text,
  economy text,
  fin_assets_pc numeric,
  head_id bytea,
  head_id_bx bytea,
  head_name text,
  income_month numeric,
  income_month_pc numeric,
  income_source text,
  income_year numeric,
  kind text,
  no text,
  real_estate text,
  size bigint,
  type text,
  vehicles text,
  primary key (home, id)
);
comment on column resource.household.dek is 'data key of this subject, wrapped by the master key; null after erasure';
comment on column resource.household.prov is 'provenance of the current values, see org.hutong.resource.Provenance';
grant select, insert, update on resource.household to hutong_app;
alter table resource.household enable row level security;
alter table resource.household force row level security;
create policy household_scope on resource.household using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (region between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint))
  or (current_setting('hutong.actor', true) = 'resident' and (
      id = nullif(current_setting('hutong.subject', true), '')::uuid
      or id = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

create table resource.dwelling (
  home int not null,
  id uuid not null,
  created_at timestamptz not null default now(),
  dek bytea,
  prov bytea not null default '',
  merged_into uuid,
  erased_at timestamptz,
  address text,
  area numeric,
  built date,
  code text,
  condition text,
  design text,
  floors bigint,
  foundation text,
  hazard text,
  kind text,
  kitchen text,
  name text,
  rebuilt date,
  region bigint,
  relation_to_owner text,
  rent_use text,
  rooms bigint,
  title_no bytea,
  title_no_bx bytea,
  toilet text,
  type text,
  use text,
  user_org text,
  user_org_kind text,
  primary key (home, id)
);
comment on column resource.dwelling.dek is 'data key of this subject, wrapped by the master key; null after erasure';
comment on column resource.dwelling.prov is 'provenance of the current values, see org.hutong.resource.Provenance';
grant select, insert, update on resource.dwelling to hutong_app;
alter table resource.dwelling enable row level security;
alter table resource.dwelling force row level security;
create policy dwelling_scope on resource.dwelling using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (region between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint))
  or (current_setting('hutong.actor', true) = 'resident' and (
      id = nullif(current_setting('hutong.subject', true), '')::uuid
      or id = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

create table resource.organisation (
  home int not null,
  id uuid not null,
  created_at timestamptz not null default now(),
  dek bytea,
  prov bytea not null default '',
  merged_into uuid,
  erased_at timestamptz,
  region bigint,
  address text,
  legal_representative text,
  name text,
  phone text,
  staff bigint,
  uscc text,
  primary key (home, id)
);
comment on column resource.organisation.dek is 'data key of this subject, wrapped by the master key; null after erasure';
comment on column resource.organisation.prov is 'provenance of the current values, see org.hutong.resource.Provenance';
grant select, insert, update on resource.organisation to hutong_app;
alter table resource.organisation enable row level security;
alter table resource.organisation force row level security;
create policy organisation_scope on resource.organisation using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (region between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint))
  or (current_setting('hutong.actor', true) = 'resident' and (
      id = nullif(current_setting('hutong.subject', true), '')::uuid
      or id = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

create index person_resides_in on resource.person (resides_in);
create index person_registered_in on resource.person (registered_in);
create index person_works_in on resource.person (works_in) where works_in is not null;
create index person_birth_date on resource.person (birth_date);
create index person_id_number_bx on resource.person (id_number_bx) where id_number_bx is not null;
create index person_mobile_bx on resource.person (mobile_bx) where mobile_bx is not null;
create index person_name on resource.person (name text_pattern_ops);
create index household_region on resource.household (region);
create index dwelling_region on resource.dwelling (region);
create index organisation_region on resource.organisation (region);

-- A link is a subject of its own kind: it has values (relation to the head) with provenance. home is that of the subject it starts from.
create table resource.link (
  home int not null,
  id uuid not null,
  kind text not null,
  from_id uuid not null,
  to_home int not null,
  to_id uuid not null,
  qualifier text,
  since date,
  until date,
  created_at timestamptz not null default now(),
  dek bytea,
  prov bytea not null default '',
  relation_to_head text,
  primary key (home, id)
);
comment on column resource.link.qualifier is 'kind of membership: the kind of the household (code list household_kind)';
create index link_from on resource.link (home, from_id, kind);
create index link_to on resource.link (to_home, to_id, kind);
-- An officer reads links only to walk from a subject that the range policy showed; a link alone names nobody.
grant select, insert, update on resource.link to hutong_app;
alter table resource.link enable row level security;
alter table resource.link force row level security;
create policy link_scope on resource.link using (
  current_setting('hutong.actor', true) in ('background', 'officer')
  or (current_setting('hutong.actor', true) = 'resident' and (
      from_id = nullif(current_setting('hutong.subject', true), '')::uuid
      or from_id = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or from_id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[])
      or to_id = nullif(current_setting('hutong.subject', true), '')::uuid
      or to_id = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or to_id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

-- One row per act of stating, carrying all its values; never updated, never deleted. A retraction is a row that names the act and
-- the elements. xact is for readers in commit order.
create table resource.assertion (
  home int not null,
  subject uuid not null,
  recorded_on date not null,
  id uuid not null,
  type text not null,
  source smallint not null,
  means smallint not null,
  actor text not null,
  application uuid,
  submission uuid,
  origin text,
  stated_at timestamptz not null,
  recorded_at timestamptz not null,
  retracts uuid,
  said jsonb not null,
  xact xid8 not null default pg_current_xact_id(),
  primary key (home, subject, recorded_on, id)
);
comment on column resource.assertion.said is 'by element number; encrypted elements as base64 ciphertext; for a retraction the numbers retracted';
-- Historic regions would hide a person's history from the region that looks after him or her today, so officers reach assertions
-- only through a subject that the range policy showed.
grant select, insert on resource.assertion to hutong_app;
alter table resource.assertion enable row level security;
alter table resource.assertion force row level security;
create policy assertion_scope on resource.assertion using (
  current_setting('hutong.actor', true) in ('background', 'officer')
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or subject = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

-- 数据异议: a statement that contradicts an unexpired value of higher rank.
create table resource.correction (
  home int not null,
  id uuid not null,
  subject uuid not null,
  type text not null,
  element int not null,
  act uuid not null,
  against uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('accepted', 'refused', 'superseded')),
  primary key (home, id)
);
create index correction_open on resource.correction (home, subject, element) where closed_at is null;
grant select, insert, update on resource.correction to hutong_app;
alter table resource.correction enable row level security;
alter table resource.correction force row level security;
create policy correction_scope on resource.correction using (
  current_setting('hutong.actor', true) in ('background', 'officer')
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or subject = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

-- Who owns an ID number: its own distribution key, since uniqueness spans all homes.
create table resource.id_registry (
  blind_index bytea primary key,
  home int not null,
  subject uuid not null
);
comment on table resource.id_registry is 'uniqueness of ID numbers over all homes, keyed by blind index';
grant select, insert, update, delete on resource.id_registry to hutong_app;
alter table resource.id_registry enable row level security;
alter table resource.id_registry force row level security;
create policy id_registry_scope on resource.id_registry using (current_setting('hutong.actor', true) in ('background', 'officer', 'resident'));

-- Generated from the migrations; GoldenSchemaTest compares. Rewrite with -Dgolden.update=true.

create extension pg_trgm with schema public;

create schema access;
create schema catalogue;
create schema file;
create schema form;
create schema manifest;
create schema outreach;
create schema published;
create schema region;
create schema resource;
create schema task;

CREATE OR REPLACE FUNCTION resource.stated_at(prov bytea, element integer)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  place int;
  act int;
begin
  if prov is null or length(prov) < 2 then
    return null;
  end if;
  place := 2 + get_byte(prov, 1) * 22;
  while place < length(prov) loop
    if get_byte(prov, place) * 256 + get_byte(prov, place + 1) = element then
      act := 2 + get_byte(prov, place + 2) * 22 + 18;
      return get_byte(prov, act)::bigint * 16777216 + get_byte(prov, act + 1) * 65536 + get_byte(prov, act + 2) * 256 + get_byte(prov, act + 3);
    end if;
    place := place + 4;
  end loop;
  return null;
end $function$
;

create table access.account (
  id uuid not null,
  login text not null,
  name text not null,
  password_hash text not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  region bigint,
  password_due boolean default false not null,
  constraint account_pkey PRIMARY KEY (id)
);

create table access.allowance (
  home integer not null,
  kind text not null,
  key_hash bytea not null,
  full_at timestamp with time zone not null,
  constraint allowance_pkey PRIMARY KEY (home, kind, key_hash)
);

create table access.demo_message (
  home integer not null,
  phone_bx bytea not null,
  id uuid not null,
  at timestamp with time zone not null,
  sealed bytea not null,
  constraint demo_message_pkey PRIMARY KEY (home, phone_bx, id)
);

create table access.handover (
  id uuid not null,
  post uuid not null,
  giver uuid not null,
  giver_holding uuid not null,
  until_before date,
  successor uuid not null,
  successor_holding uuid not null,
  last_day date not null,
  note text not null,
  planned_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  taken_at timestamp with time zone,
  constraint handover_pkey PRIMARY KEY (id)
);

create table access.holding (
  account uuid not null,
  post uuid not null,
  since date not null,
  until date,
  deputy boolean default false not null,
  id uuid not null,
  ended_at timestamp with time zone,
  constraint holding_pkey PRIMARY KEY (id),
  constraint holding_check CHECK (((until IS NULL) OR (until >= since))),
  constraint holding_check1 CHECK (((NOT deputy) OR (until IS NOT NULL)))
);

create table access.journal (
  home integer not null,
  subject uuid not null,
  at timestamp with time zone not null,
  id uuid not null,
  xid xid8 default pg_current_xact_id() not null,
  actor_kind text not null,
  actor text not null,
  account uuid,
  post uuid,
  post_region bigint,
  department text,
  what text[] not null,
  purpose_zh text not null,
  purpose_en text not null,
  application text,
  constraint journal_pkey PRIMARY KEY (home, subject, at, id),
  constraint journal_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['officer'::text, 'resident'::text, 'background'::text])))
);

create table access.officer_session (
  token_hash bytea not null,
  account uuid not null,
  post uuid,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint officer_session_pkey PRIMARY KEY (token_hash)
);

create table access.phone_code (
  home integer not null,
  phone_bx bytea not null,
  code_hash bytea not null,
  tries integer default 0 not null,
  expires_at timestamp with time zone not null,
  constraint phone_code_pkey PRIMARY KEY (home, phone_bx)
);

create table access.post (
  id uuid not null,
  title_zh text not null,
  title_en text not null,
  region bigint not null,
  department text not null,
  roles text[] not null,
  abolished_at timestamp with time zone,
  constraint post_pkey PRIMARY KEY (id)
);

create table access.post_change (
  id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  region bigint not null,
  post uuid,
  account uuid,
  since date,
  until date,
  by_account uuid not null,
  by_post uuid not null,
  constraint post_change_pkey PRIMARY KEY (id),
  constraint post_change_kind_check CHECK ((kind = ANY (ARRAY['account-created'::text, 'account-disabled'::text, 'account-enabled'::text, 'password-reset'::text, 'post-created'::text, 'post-abolished'::text, 'given'::text, 'ended'::text, 'deputy-named'::text, 'deputy-ended'::text, 'handover-planned'::text, 'handover-withdrawn'::text])))
);

create table access.resident_session (
  home integer not null,
  token_hash bytea not null,
  person uuid not null,
  newcomer boolean not null,
  wards text[] default '{}'::text[] not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  represents boolean default false not null,
  constraint resident_session_pkey PRIMARY KEY (home, token_hash)
);

create table catalogue.amendment (
  kind text not null,
  code text not null,
  version integer not null,
  at timestamp with time zone not null,
  by_name text not null,
  account uuid,
  post uuid,
  department text,
  reason text not null,
  differences jsonb not null,
  constraint amendment_pkey PRIMARY KEY (kind, code, version),
  constraint amendment_kind_check CHECK ((kind = ANY (ARRAY['element'::text, 'code-list'::text])))
);

create table catalogue.code_item (
  list text not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  sort integer not null,
  kept boolean default false not null,
  retired_at timestamp with time zone,
  constraint code_item_pkey PRIMARY KEY (list, code)
);

create table catalogue.code_list (
  code text not null,
  name_zh text not null,
  name_en text not null,
  standard text default ''::text not null,
  status text default ''::text not null,
  built_in boolean not null,
  version integer default 1 not null,
  kept boolean default false not null,
  constraint code_list_pkey PRIMARY KEY (code)
);

create table catalogue.data_element (
  no integer not null,
  code text not null,
  resource_type text not null,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  code_list text,
  unit text,
  protection text not null,
  first_rank text not null,
  valid_for text,
  column_name text,
  derived_from text[] default '{}'::text[] not null,
  mask text default 'none'::text not null,
  standard text default ''::text not null,
  seen_as text[] default '{}'::text[] not null,
  built_in boolean not null,
  created_at timestamp with time zone default now() not null,
  retired_at timestamp with time zone,
  unit_en text,
  question_zh text,
  question_en text,
  about_zh text,
  about_en text,
  version integer default 1 not null,
  kept text[] default '{}'::text[] not null,
  constraint data_element_pkey PRIMARY KEY (no),
  constraint data_element_code_key UNIQUE (code),
  constraint data_element_first_rank_check CHECK ((first_rank = ANY (ARRAY['register'::text, 'resident'::text, 'officer'::text]))),
  constraint data_element_protection_check CHECK ((protection = ANY (ARRAY['open'::text, 'restricted'::text, 'encrypted'::text])))
);

create table catalogue.link_kind (
  code text not null,
  from_type text not null,
  to_type text not null,
  inverse text not null,
  many boolean not null,
  name_zh text not null,
  name_en text not null,
  built_in boolean not null,
  constraint link_kind_pkey PRIMARY KEY (code),
  constraint link_kind_inverse_key UNIQUE (inverse)
);

create table catalogue.resource_type (
  code text not null,
  name_zh text not null,
  name_en text not null,
  table_name text not null,
  link_kind text,
  built_in boolean not null,
  created_at timestamp with time zone default now() not null,
  constraint resource_type_pkey PRIMARY KEY (code)
);

create table catalogue.revision (
  only_row boolean not null,
  revision bigint not null,
  shipped text default ''::text not null,
  constraint revision_pkey PRIMARY KEY (only_row),
  constraint revision_only_row_check CHECK (only_row)
);

create table file.attachment (
  home integer not null,
  id uuid not null,
  subject uuid not null,
  day date not null,
  nth smallint not null,
  accept text not null,
  application uuid,
  place text not null,
  element text,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  pieces smallint not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  by_officer boolean not null,
  expires_at timestamp with time zone,
  constraint attachment_pkey PRIMARY KEY (home, id),
  constraint attachment_nth UNIQUE (home, subject, day, nth),
  constraint attachment_accept_check CHECK ((accept = ANY (ARRAY['photo'::text, 'signature'::text, 'document'::text])))
);

create table file.piece (
  home integer not null,
  attachment uuid not null,
  no smallint not null,
  subject uuid not null,
  sealed bytea not null,
  constraint piece_pkey PRIMARY KEY (home, attachment, no)
);

create table file.slot (
  job text not null,
  slot timestamp with time zone not null,
  constraint slot_pkey PRIMARY KEY (job, slot)
);

create table form.draft (
  home integer not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  version integer not null,
  sealed bytea not null,
  saved_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (home, subject, application, form)
);

create table form.outbox (
  home integer not null,
  id uuid not null,
  bucket smallint not null,
  event text not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  submission uuid not null,
  made_at timestamp with time zone not null,
  xact xid8 default pg_current_xact_id() not null,
  constraint outbox_pkey PRIMARY KEY (home, id)
);

create table form.paper (
  home integer not null,
  code_hash bytea not null,
  subject_home integer not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  version integer not null,
  printed_at timestamp with time zone not null,
  printed_by text not null,
  constraint paper_pkey PRIMARY KEY (home, code_hash)
);

create table form.paper_scan (
  home integer not null,
  id uuid not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  attachment uuid not null,
  resides_in bigint,
  registered_in bigint,
  scanned_at timestamp with time zone not null,
  scanned_by text not null,
  constraint paper_scan_pkey PRIMARY KEY (home, id)
);

create table form.submission (
  home integer not null,
  id uuid not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  version integer not null,
  idempotency_key uuid not null,
  request_hash bytea not null,
  answers jsonb not null,
  outcomes jsonb not null,
  resides_in bigint,
  registered_in bigint,
  submitted_at timestamp with time zone not null,
  actor text not null,
  means text not null,
  receipt text not null,
  asked smallint not null,
  reused smallint not null,
  derived smallint not null,
  confirmed smallint not null,
  xact xid8 default pg_current_xact_id() not null,
  constraint submission_pkey PRIMARY KEY (home, id),
  constraint submission_key UNIQUE (home, subject, idempotency_key),
  constraint submission_once UNIQUE (home, subject, application, form)
);

create table manifest.application (
  id uuid not null,
  state text not null,
  template text not null,
  region bigint not null,
  owner_region bigint not null,
  department text not null,
  title_zh text not null,
  title_en text not null,
  version integer,
  revision integer not null,
  created_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  closed_at timestamp with time zone,
  constraint application_pkey PRIMARY KEY (id),
  constraint application_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'closed'::text]))),
  constraint application_version CHECK (((state = 'draft'::text) = (version IS NULL)))
);

create table manifest.asked (
  application uuid not null,
  version integer not null,
  component text not null,
  question text not null,
  element text not null,
  constraint asked_pkey PRIMARY KEY (application, version, component, question)
);

create table manifest.draft (
  application uuid not null,
  manifest jsonb not null,
  constraint draft_pkey PRIMARY KEY (application)
);

create table manifest.version (
  application uuid not null,
  version integer not null,
  manifest jsonb not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  post uuid not null,
  constraint version_pkey PRIMARY KEY (application, version)
);

create table outreach.notice_read (
  home integer not null,
  subject uuid not null,
  application uuid not null,
  notice text not null,
  read_at timestamp with time zone not null,
  constraint notice_read_pkey PRIMARY KEY (home, subject, application, notice)
);

create table region.region (
  id uuid not null,
  code bigint not null,
  level smallint not null,
  parent_code bigint,
  name_zh text not null,
  name_en text not null,
  valid_from date default '1949-10-01'::date not null,
  valid_until date,
  phone text,
  constraint region_pkey PRIMARY KEY (id),
  constraint region_level_check CHECK (((level >= 1) AND (level <= 6))),
  constraint region_phone_check CHECK ((phone ~ '^[0-9+-]{3,20}$'::text))
);

create table resource.arrival (
  home integer not null,
  id uuid not null,
  subject uuid not null,
  region bigint not null,
  said_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome text,
  decided_by uuid,
  constraint arrival_pkey PRIMARY KEY (home, id),
  constraint arrival_closed CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint arrival_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text])))
);

create table resource.assertion (
  home integer not null,
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
  stated_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  retracts uuid,
  said jsonb,
  xact xid8 default pg_current_xact_id() not null,
  told bytea,
  constraint assertion_pkey PRIMARY KEY (home, subject, recorded_on, id),
  constraint assertion_said_once CHECK (((told IS NULL) <> (said IS NULL)))
);

create table resource.correction (
  home integer not null,
  id uuid not null,
  subject uuid not null,
  type text not null,
  element integer not null,
  act uuid not null,
  against uuid not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome text,
  constraint correction_pkey PRIMARY KEY (home, id),
  constraint correction_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'superseded'::text])))
);

create table resource.dwelling (
  home integer not null,
  id uuid not null,
  created_at timestamp with time zone default now() not null,
  dek bytea,
  prov bytea default '\x'::bytea not null,
  merged_into uuid,
  erased_at timestamp with time zone,
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
  constraint dwelling_pkey PRIMARY KEY (home, id)
);

create table resource.household (
  home integer not null,
  id uuid not null,
  created_at timestamp with time zone default now() not null,
  dek bytea,
  prov bytea default '\x'::bytea not null,
  merged_into uuid,
  erased_at timestamp with time zone,
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
  constraint household_pkey PRIMARY KEY (home, id)
);

create table resource.id_registry (
  blind_index bytea not null,
  home integer not null,
  subject uuid not null,
  constraint id_registry_pkey PRIMARY KEY (blind_index)
);

create table resource.link (
  home integer not null,
  id uuid not null,
  kind text not null,
  from_id uuid not null,
  to_home integer not null,
  to_id uuid not null,
  qualifier text,
  since date,
  until date,
  created_at timestamp with time zone default now() not null,
  dek bytea,
  prov bytea default '\x'::bytea not null,
  relation_to_head text,
  constraint link_pkey PRIMARY KEY (home, id)
);

create table resource.mandate (
  home integer not null,
  id uuid not null,
  principal uuid not null,
  resides_in bigint,
  agent_home integer,
  agent uuid,
  agent_name text not null,
  agent_phone bytea not null,
  agent_phone_bx bytea not null,
  departments text[] default '{}'::text[] not null,
  application uuid,
  until date not null,
  reason text not null,
  recorder_account uuid,
  recorder_post uuid,
  made_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text,
  constraint mandate_pkey PRIMARY KEY (home, id),
  constraint mandate_check CHECK (((application IS NULL) OR (departments = '{}'::text[]))),
  constraint mandate_check1 CHECK (((accepted_at IS NULL) OR (agent IS NOT NULL))),
  constraint mandate_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint mandate_ended_by_check CHECK ((ended_by = ANY (ARRAY['principal'::text, 'agent'::text, 'officer'::text])))
);

create table resource.organisation (
  home integer not null,
  id uuid not null,
  created_at timestamp with time zone default now() not null,
  dek bytea,
  prov bytea default '\x'::bytea not null,
  merged_into uuid,
  erased_at timestamp with time zone,
  region bigint,
  address text,
  legal_representative text,
  name text,
  phone text,
  staff bigint,
  uscc text,
  constraint organisation_pkey PRIMARY KEY (home, id)
);

create table resource.person (
  home integer not null,
  id uuid not null,
  created_at timestamp with time zone default now() not null,
  dek bytea,
  prov bytea default '\x'::bytea not null,
  merged_into uuid,
  erased_at timestamp with time zone,
  provisional boolean default false not null,
  newcomer boolean default false not null,
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
  need_aid_device boolean,
  need_rehabilitation boolean,
  need_job boolean,
  need_barrier_free boolean,
  need_details text,
  mobile_proven_bx bytea,
  constraint person_pkey PRIMARY KEY (home, id)
);

create table task.job (
  job text not null,
  slot timestamp with time zone not null,
  constraint job_pkey PRIMARY KEY (job, slot)
);

create table task.plan (
  application uuid not null,
  component text not null,
  since date not null,
  constraint plan_pkey PRIMARY KEY (application, component)
);

create table task.report (
  home integer not null,
  id uuid not null,
  subject uuid not null,
  task uuid,
  application uuid not null,
  kind text not null,
  lives_in bigint not null,
  to_region bigint,
  to_address text default ''::text not null,
  account uuid,
  reported_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  outcome text,
  decided_by uuid,
  submission uuid,
  told_home integer,
  told_by uuid,
  means smallint,
  constraint report_pkey PRIMARY KEY (home, id),
  constraint report_closed CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint report_kind_check CHECK ((kind = ANY (ARRAY['moved'::text, 'dead'::text]))),
  constraint report_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint report_source CHECK (((task IS NULL) = (submission IS NOT NULL))),
  constraint report_told CHECK ((((told_by IS NULL) = (told_home IS NULL)) AND ((submission IS NOT NULL) OR (told_by IS NULL)) AND ((submission IS NULL) = (means IS NULL))))
);

create table task.task (
  home integer not null,
  id uuid not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  department text not null,
  reason text not null,
  lives_in bigint not null,
  region bigint not null,
  handed boolean default false not null,
  list text not null,
  calls smallint default 0 not null,
  nobody_there smallint default 0 not null,
  not_before timestamp with time zone,
  asked_at timestamp with time zone,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  constraint task_pkey PRIMARY KEY (home, id),
  constraint task_once UNIQUE (home, subject, application, form),
  constraint task_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint task_list_check CHECK ((list = ANY (ARRAY['phone'::text, 'door'::text]))),
  constraint task_reason_check CHECK ((reason = ANY (ARRAY['no-answer'::text, 'no-phone'::text, 'asked-for-help'::text])))
);

create table task.visit (
  home integer not null,
  id uuid not null,
  task uuid not null,
  idempotency_key uuid not null,
  region bigint not null,
  account uuid not null,
  post uuid not null,
  done_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  means text not null,
  outcome text not null,
  note text default ''::text not null,
  call_again_at timestamp with time zone,
  before_list text,
  before_calls smallint,
  before_nobody_there smallint,
  before_not_before timestamp with time zone,
  undoes uuid,
  constraint visit_pkey PRIMARY KEY (home, id),
  constraint visit_key UNIQUE (home, idempotency_key),
  constraint visit_before CHECK ((((before_list IS NULL) = (before_calls IS NULL)) AND ((before_list IS NULL) = (before_nobody_there IS NULL)))),
  constraint visit_before_list_check CHECK ((before_list = ANY (ARRAY['phone'::text, 'door'::text]))),
  constraint visit_means_check CHECK ((means = ANY (ARRAY['phone'::text, 'door'::text, 'desk'::text])))
);

alter table access.handover add constraint handover_giver_fkey FOREIGN KEY (giver) REFERENCES access.account(id);
alter table access.handover add constraint handover_giver_holding_fkey FOREIGN KEY (giver_holding) REFERENCES access.holding(id);
alter table access.handover add constraint handover_post_fkey FOREIGN KEY (post) REFERENCES access.post(id);
alter table access.handover add constraint handover_successor_fkey FOREIGN KEY (successor) REFERENCES access.account(id);
alter table access.handover add constraint handover_successor_holding_fkey FOREIGN KEY (successor_holding) REFERENCES access.holding(id);
alter table access.holding add constraint holding_account_fkey FOREIGN KEY (account) REFERENCES access.account(id);
alter table access.holding add constraint holding_post_fkey FOREIGN KEY (post) REFERENCES access.post(id);
alter table access.officer_session add constraint officer_session_account_fkey FOREIGN KEY (account) REFERENCES access.account(id);
alter table access.officer_session add constraint officer_session_post_fkey FOREIGN KEY (post) REFERENCES access.post(id);
alter table access.post_change add constraint post_change_account_fkey FOREIGN KEY (account) REFERENCES access.account(id);
alter table access.post_change add constraint post_change_by_account_fkey FOREIGN KEY (by_account) REFERENCES access.account(id);
alter table access.post_change add constraint post_change_by_post_fkey FOREIGN KEY (by_post) REFERENCES access.post(id);
alter table access.post_change add constraint post_change_post_fkey FOREIGN KEY (post) REFERENCES access.post(id);
alter table catalogue.code_item add constraint code_item_list_fkey FOREIGN KEY (list) REFERENCES catalogue.code_list(code);
alter table catalogue.data_element add constraint data_element_code_list_fkey FOREIGN KEY (code_list) REFERENCES catalogue.code_list(code);
alter table file.piece add constraint piece_home_attachment_fkey FOREIGN KEY (home, attachment) REFERENCES file.attachment(home, id) ON DELETE CASCADE;
alter table manifest.asked add constraint asked_application_version_fkey FOREIGN KEY (application, version) REFERENCES manifest.version(application, version);
alter table manifest.draft add constraint draft_application_fkey FOREIGN KEY (application) REFERENCES manifest.application(id);
alter table manifest.version add constraint version_application_fkey FOREIGN KEY (application) REFERENCES manifest.application(id);
alter table task.report add constraint report_task FOREIGN KEY (home, task) REFERENCES task.task(home, id);
alter table task.visit add constraint visit_task FOREIGN KEY (home, task) REFERENCES task.task(home, id);

CREATE UNIQUE INDEX account_login ON access.account USING btree (login);
CREATE INDEX account_region ON access.account USING btree (region);
CREATE INDEX allowance_full_at ON access.allowance USING btree (full_at);
CREATE INDEX demo_message_at ON access.demo_message USING btree (at);
CREATE UNIQUE INDEX handover_once ON access.handover USING btree (giver_holding) WHERE (withdrawn_at IS NULL);
CREATE INDEX handover_post ON access.handover USING btree (post);
CREATE INDEX handover_successor ON access.handover USING btree (successor);
CREATE INDEX holding_account ON access.holding USING btree (account, post);
CREATE INDEX holding_post ON access.holding USING btree (post);
CREATE INDEX journal_xid ON access.journal USING btree (xid);
CREATE INDEX officer_session_account ON access.officer_session USING btree (account);
CREATE INDEX officer_session_expires_at ON access.officer_session USING btree (expires_at);
CREATE INDEX phone_code_expires_at ON access.phone_code USING btree (expires_at);
CREATE INDEX post_region ON access.post USING btree (region);
CREATE INDEX post_change_region ON access.post_change USING btree (region, at);
CREATE INDEX resident_session_expires_at ON access.resident_session USING btree (expires_at);
CREATE INDEX resident_session_person ON access.resident_session USING btree (home, person);
CREATE INDEX attachment_expires ON file.attachment USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX outbox_bucket ON form.outbox USING btree (home, bucket, id);
CREATE INDEX paper_scan_application ON form.paper_scan USING btree (application, id);
CREATE INDEX paper_scan_case ON form.paper_scan USING btree (home, subject, application, form);
CREATE INDEX submission_application ON form.submission USING btree (application, id);
CREATE INDEX submission_follow ON form.submission USING btree (application, xact);
CREATE INDEX application_region ON manifest.application USING btree (region);
CREATE INDEX application_running ON manifest.application USING btree (id) WHERE (state = 'running'::text);
CREATE INDEX asked_element ON manifest.asked USING btree (element);
CREATE UNIQUE INDEX region_code_current ON region.region USING btree (code) WHERE (valid_until IS NULL);
CREATE INDEX region_parent ON region.region USING btree (parent_code);
CREATE INDEX arrival_of ON resource.arrival USING btree (home, subject, said_at);
CREATE UNIQUE INDEX arrival_open ON resource.arrival USING btree (home, subject) WHERE (closed_at IS NULL);
CREATE INDEX arrival_waiting ON resource.arrival USING btree (region, said_at) WHERE (closed_at IS NULL);
CREATE INDEX assertion_follow ON resource.assertion USING btree (xact) WHERE (type = 'person'::text);
CREATE INDEX correction_open ON resource.correction USING btree (home, subject, element) WHERE (closed_at IS NULL);
CREATE INDEX correction_settled ON resource.correction USING btree (home, subject, closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX dwelling_region ON resource.dwelling USING btree (region);
CREATE INDEX household_region ON resource.household USING btree (region);
CREATE INDEX link_from_subject ON resource.link USING btree (home, from_id);
CREATE INDEX link_to_subject ON resource.link USING btree (to_home, to_id);
CREATE INDEX mandate_agent ON resource.mandate USING btree (agent_home, agent);
CREATE INDEX mandate_offered ON resource.mandate USING btree (agent_phone_bx) WHERE ((agent IS NULL) AND (ended_at IS NULL));
CREATE INDEX mandate_principal ON resource.mandate USING btree (home, principal);
CREATE INDEX organisation_region ON resource.organisation USING btree (region);
CREATE INDEX person_birth_date ON resource.person USING btree (birth_date);
CREATE INDEX person_id_number_bx ON resource.person USING btree (id_number_bx) WHERE (id_number_bx IS NOT NULL);
CREATE INDEX person_mobile_bx ON resource.person USING btree (mobile_bx) WHERE (mobile_bx IS NOT NULL);
CREATE INDEX person_mobile_proven ON resource.person USING btree (mobile_proven_bx) WHERE newcomer;
CREATE INDEX person_name ON resource.person USING btree (name text_pattern_ops);
CREATE INDEX person_registered_in ON resource.person USING btree (registered_in);
CREATE INDEX person_resides_in ON resource.person USING btree (resides_in);
CREATE INDEX person_works_in ON resource.person USING btree (works_in) WHERE (works_in IS NOT NULL);
CREATE INDEX report_from ON task.report USING btree (lives_in) WHERE (closed_at IS NULL);
CREATE INDEX report_of_task ON task.report USING btree (home, task);
CREATE UNIQUE INDEX report_open ON task.report USING btree (home, subject, kind) WHERE (closed_at IS NULL);
CREATE INDEX report_to ON task.report USING btree (to_region) WHERE (closed_at IS NULL);
CREATE INDEX task_application ON task.task USING btree (application, form);
CREATE INDEX task_open ON task.task USING btree (region, department) WHERE (ended_at IS NULL);
CREATE INDEX visit_of_task ON task.visit USING btree (home, task, received_at);

create view published.form_submission with (security_invoker=true) as
 SELECT home,
    id,
    application,
    form,
    subject,
    version,
    submitted_at,
    resides_in,
    registered_in,
    asked,
    reused,
    derived,
    confirmed,
    xact
   FROM form.submission;
create view published.form_use with (security_invoker=true) as
 SELECT home,
    subject,
    application,
    form,
    version,
    submitted_at,
    outcomes
   FROM form.submission;
create view published.task_outcome with (security_invoker=true) as
 SELECT home,
    subject,
    application,
    form,
    outcome,
    ended_at
   FROM task.task
  WHERE ended_at IS NOT NULL;
create view published.acted_for with (security_invoker=true) as
 SELECT home,
    subject,
    id,
    application,
    version,
    submitted_at,
    actor,
    means
   FROM form.submission
  WHERE means <> 'self'::text;
create view published.reported_dead with (security_invoker=true) as
 SELECT home,
    subject
   FROM task.report
  WHERE kind = 'dead'::text AND closed_at IS NULL;

alter table access.demo_message enable row level security;
alter table access.demo_message force row level security;
alter table access.journal enable row level security;
alter table access.journal force row level security;
alter table access.phone_code enable row level security;
alter table access.phone_code force row level security;
alter table access.resident_session enable row level security;
alter table access.resident_session force row level security;
alter table file.attachment enable row level security;
alter table file.attachment force row level security;
alter table file.piece enable row level security;
alter table file.piece force row level security;
alter table form.draft enable row level security;
alter table form.draft force row level security;
alter table form.outbox enable row level security;
alter table form.outbox force row level security;
alter table form.paper enable row level security;
alter table form.paper force row level security;
alter table form.paper_scan enable row level security;
alter table form.paper_scan force row level security;
alter table form.submission enable row level security;
alter table form.submission force row level security;
alter table outreach.notice_read enable row level security;
alter table outreach.notice_read force row level security;
alter table resource.arrival enable row level security;
alter table resource.arrival force row level security;
alter table resource.assertion enable row level security;
alter table resource.assertion force row level security;
alter table resource.correction enable row level security;
alter table resource.correction force row level security;
alter table resource.dwelling enable row level security;
alter table resource.dwelling force row level security;
alter table resource.household enable row level security;
alter table resource.household force row level security;
alter table resource.id_registry enable row level security;
alter table resource.id_registry force row level security;
alter table resource.link enable row level security;
alter table resource.link force row level security;
alter table resource.mandate enable row level security;
alter table resource.mandate force row level security;
alter table resource.organisation enable row level security;
alter table resource.organisation force row level security;
alter table resource.person enable row level security;
alter table resource.person force row level security;
alter table task.report enable row level security;
alter table task.report force row level security;
alter table task.task enable row level security;
alter table task.task force row level security;
alter table task.visit enable row level security;
alter table task.visit force row level security;

create policy demo_message_scope on access.demo_message
  using (COALESCE(current_setting('hutong.actor'::text, true), ''::text) = ANY (ARRAY[''::text, 'background'::text]));
create policy journal_append on access.journal for insert
  with check (actor_kind = current_setting('hutong.actor'::text, true));
create policy journal_read on access.journal for select
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND post_region >= current_setting('hutong.lo'::text, true)::bigint AND post_region <= current_setting('hutong.hi'::text, true)::bigint OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy phone_code_scope on access.phone_code
  using (COALESCE(current_setting('hutong.actor'::text, true), ''::text) = ANY (ARRAY[''::text, 'background'::text]));
create policy resident_session_scope on access.resident_session
  using (COALESCE(current_setting('hutong.actor'::text, true), ''::text) = ANY (ARRAY[''::text, 'background'::text]));
create policy attachment_scope on file.attachment
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (expires_at IS NULL OR by_officer) AND (EXISTS ( SELECT 1
   FROM resource.person p
  WHERE p.home = attachment.home AND p.id = attachment.subject)) OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy piece_scope on file.piece
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (EXISTS ( SELECT 1
   FROM resource.person p
  WHERE p.home = piece.home AND p.id = piece.subject)) OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy draft_scope on form.draft
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy outbox_officer on form.outbox for insert
  with check (current_setting('hutong.actor'::text, true) = 'officer'::text);
create policy outbox_scope on form.outbox
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy paper_scope on form.paper
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (EXISTS ( SELECT 1
   FROM resource.person p
  WHERE p.home = paper.subject_home AND p.id = paper.subject)));
create policy paper_scan_scope on form.paper_scan
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (resides_in >= current_setting('hutong.lo'::text, true)::bigint AND resides_in <= current_setting('hutong.hi'::text, true)::bigint OR registered_in >= current_setting('hutong.lo'::text, true)::bigint AND registered_in <= current_setting('hutong.hi'::text, true)::bigint) OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy submission_scope on form.submission
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (resides_in >= current_setting('hutong.lo'::text, true)::bigint AND resides_in <= current_setting('hutong.hi'::text, true)::bigint OR registered_in >= current_setting('hutong.lo'::text, true)::bigint AND registered_in <= current_setting('hutong.hi'::text, true)::bigint) OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy notice_read_scope on outreach.notice_read
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy arrival_scope on resource.arrival
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND region >= current_setting('hutong.lo'::text, true)::bigint AND region <= current_setting('hutong.hi'::text, true)::bigint OR current_setting('hutong.actor'::text, true) = 'resident'::text AND subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid);
create policy assertion_scope on resource.assertion
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND
CASE type
    WHEN 'person'::text THEN (EXISTS ( SELECT 1
       FROM resource.person s
      WHERE s.home = assertion.home AND s.id = assertion.subject))
    WHEN 'household'::text THEN (EXISTS ( SELECT 1
       FROM resource.household s
      WHERE s.home = assertion.home AND s.id = assertion.subject))
    WHEN 'dwelling'::text THEN (EXISTS ( SELECT 1
       FROM resource.dwelling s
      WHERE s.home = assertion.home AND s.id = assertion.subject))
    WHEN 'organisation'::text THEN (EXISTS ( SELECT 1
       FROM resource.organisation s
      WHERE s.home = assertion.home AND s.id = assertion.subject))
    ELSE (EXISTS ( SELECT 1
       FROM resource.link s
      WHERE s.home = assertion.home AND s.id = assertion.subject))
END OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[])) OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy correction_scope on resource.correction
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND
CASE type
    WHEN 'person'::text THEN (EXISTS ( SELECT 1
       FROM resource.person s
      WHERE s.home = correction.home AND s.id = correction.subject))
    WHEN 'household'::text THEN (EXISTS ( SELECT 1
       FROM resource.household s
      WHERE s.home = correction.home AND s.id = correction.subject))
    WHEN 'dwelling'::text THEN (EXISTS ( SELECT 1
       FROM resource.dwelling s
      WHERE s.home = correction.home AND s.id = correction.subject))
    WHEN 'organisation'::text THEN (EXISTS ( SELECT 1
       FROM resource.organisation s
      WHERE s.home = correction.home AND s.id = correction.subject))
    ELSE (EXISTS ( SELECT 1
       FROM resource.link s
      WHERE s.home = correction.home AND s.id = correction.subject))
END OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[])) OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy dwelling_scope on resource.dwelling
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND region >= current_setting('hutong.lo'::text, true)::bigint AND region <= current_setting('hutong.hi'::text, true)::bigint OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (id = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (id = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[])) OR (id = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy household_scope on resource.household
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND region >= current_setting('hutong.lo'::text, true)::bigint AND region <= current_setting('hutong.hi'::text, true)::bigint OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (id = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (id = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[])) OR (id = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy id_registry_scope on resource.id_registry
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (EXISTS ( SELECT 1
   FROM resource.person p
  WHERE p.home = id_registry.home AND p.id = id_registry.subject)) OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy link_scope on resource.link
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND ((EXISTS ( SELECT 1
   FROM resource.person p
  WHERE p.home = link.home AND p.id = link.from_id)) OR (EXISTS ( SELECT 1
   FROM resource.person p
  WHERE p.home = link.to_home AND p.id = link.to_id))) OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (from_id = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (from_id = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[])) OR (from_id = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[])) OR to_id = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (to_id = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[])) OR (to_id = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy mandate_scope on resource.mandate
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND resides_in >= current_setting('hutong.lo'::text, true)::bigint AND resides_in <= current_setting('hutong.hi'::text, true)::bigint OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (principal = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR agent = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid));
create policy organisation_scope on resource.organisation
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND region >= current_setting('hutong.lo'::text, true)::bigint AND region <= current_setting('hutong.hi'::text, true)::bigint OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (id = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (id = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[])) OR (id = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy person_scope on resource.person
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (resides_in >= current_setting('hutong.lo'::text, true)::bigint AND resides_in <= current_setting('hutong.hi'::text, true)::bigint OR registered_in >= current_setting('hutong.lo'::text, true)::bigint AND registered_in <= current_setting('hutong.hi'::text, true)::bigint) OR current_setting('hutong.actor'::text, true) = 'resident'::text AND (id = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (id = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[])) OR (id = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy report_scope on task.report
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (lives_in >= current_setting('hutong.lo'::text, true)::bigint AND lives_in <= current_setting('hutong.hi'::text, true)::bigint OR to_region >= current_setting('hutong.lo'::text, true)::bigint AND to_region <= current_setting('hutong.hi'::text, true)::bigint));
create policy report_told on task.report for insert
  with check (current_setting('hutong.actor'::text, true) = 'resident'::text AND submission IS NOT NULL AND account IS NULL AND closed_at IS NULL AND (told_by = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (told_by = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))) AND (subject = ANY (COALESCE(NULLIF(current_setting('hutong.linked'::text, true), ''::text), '{}'::text)::uuid[])));
create policy task_own on task.task for select
  using (current_setting('hutong.actor'::text, true) = 'resident'::text AND (subject = NULLIF(current_setting('hutong.subject'::text, true), ''::text)::uuid OR (subject = ANY (COALESCE(NULLIF(current_setting('hutong.wards'::text, true), ''::text), '{}'::text)::uuid[]))));
create policy task_scope on task.task
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND (region >= current_setting('hutong.lo'::text, true)::bigint AND region <= current_setting('hutong.hi'::text, true)::bigint OR lives_in >= current_setting('hutong.lo'::text, true)::bigint AND lives_in <= current_setting('hutong.hi'::text, true)::bigint));
create policy visit_scope on task.visit
  using (current_setting('hutong.actor'::text, true) = 'background'::text OR current_setting('hutong.actor'::text, true) = 'officer'::text AND region >= current_setting('hutong.lo'::text, true)::bigint AND region <= current_setting('hutong.hi'::text, true)::bigint);

grant usage on schema access to hutong_app;
grant usage on schema catalogue to hutong_app;
grant usage on schema file to hutong_app;
grant usage on schema form to hutong_app;
grant usage on schema manifest to hutong_app;
grant usage on schema outreach to hutong_app;
grant usage on schema published to hutong_app;
grant usage on schema region to hutong_app;
grant usage on schema resource to hutong_app;
grant usage on schema task to hutong_app;

grant insert, select, update on access.account to hutong_app;
grant delete, insert, select, update on access.allowance to hutong_app;
grant delete, insert, select on access.demo_message to hutong_app;
grant insert, select, update on access.handover to hutong_app;
grant insert, select, update on access.holding to hutong_app;
grant insert, select on access.journal to hutong_app;
grant delete, insert, select, update on access.officer_session to hutong_app;
grant delete, insert, select, update on access.phone_code to hutong_app;
grant insert, select, update on access.post to hutong_app;
grant insert, select on access.post_change to hutong_app;
grant delete, insert, select, update on access.resident_session to hutong_app;
grant insert, select on catalogue.amendment to hutong_app;
grant insert, select, update on catalogue.code_item to hutong_app;
grant insert, select, update on catalogue.code_list to hutong_app;
grant insert, select, update on catalogue.data_element to hutong_app;
grant insert, select, update on catalogue.link_kind to hutong_app;
grant insert, select, update on catalogue.resource_type to hutong_app;
grant insert, select, update on catalogue.revision to hutong_app;
grant delete, insert, select on file.attachment to hutong_app;
grant delete, insert, select on file.piece to hutong_app;
grant delete, insert, select on file.slot to hutong_app;
grant delete, insert, select, update on form.draft to hutong_app;
grant delete, insert, select on form.outbox to hutong_app;
grant insert, select on form.paper to hutong_app;
grant insert, select on form.paper_scan to hutong_app;
grant insert, select on form.submission to hutong_app;
grant insert, select, update on manifest.application to hutong_app;
grant insert, select on manifest.asked to hutong_app;
grant delete, insert, select, update on manifest.draft to hutong_app;
grant insert, select on manifest.version to hutong_app;
grant insert, select on outreach.notice_read to hutong_app;
grant select on published.acted_for to hutong_app;
grant select on published.form_submission to hutong_app;
grant select on published.form_use to hutong_app;
grant select on published.reported_dead to hutong_app;
grant select on published.task_outcome to hutong_app;
grant insert, select, update on region.region to hutong_app;
grant insert, select, update on resource.arrival to hutong_app;
grant insert, select on resource.assertion to hutong_app;
grant insert, select, update on resource.correction to hutong_app;
grant insert, select, update on resource.dwelling to hutong_app;
grant insert, select, update on resource.household to hutong_app;
grant delete, insert, select, update on resource.id_registry to hutong_app;
grant insert, select, update on resource.link to hutong_app;
grant insert, select, update on resource.mandate to hutong_app;
grant insert, select, update on resource.organisation to hutong_app;
grant insert, select, update on resource.person to hutong_app;
grant delete, insert, select on task.job to hutong_app;
grant insert, select on task.plan to hutong_app;
grant insert, select, update on task.report to hutong_app;
grant insert, select, update on task.task to hutong_app;
grant insert, select on task.visit to hutong_app;

grant update (expires_at) on file.attachment to hutong_app;

comment on column access.account.login is 'lower case';
comment on column access.account.password_hash is 'Argon2id with its parameters';
comment on column access.account.region is 'whose administrators keep the account; null: nobody''s';
comment on column access.account.password_due is 'the password was made by an administrator and has to be changed at the next sign-in';
comment on column access.allowance.home is 'a bucket of the key, never a county';
comment on column access.demo_message.sealed is 'phone and text, encrypted';
comment on column access.handover.until_before is 'last day of the giver''s holding before the handover was planned';
comment on column access.handover.last_day is 'of the giver; the successor holds the post from the next day';
comment on column access.handover.taken_at is 'when the successor had read the note and ticked it off';
comment on column access.holding.until is 'last day, inclusive; a deputyship always has one';
comment on column access.holding.ended_at is 'ended before its last day, or withdrawn before its first; holds nothing from then on';
comment on column access.journal.what is 'data elements shown, never their values';
comment on column access.officer_session.token_hash is 'SHA-256 of the token in the cookie';
comment on column access.phone_code.phone_bx is 'keyed hash of the phone number';
comment on column access.phone_code.code_hash is 'keyed hash of phone and code';
comment on table access.post_change is 'who gave which post to whom, when; entries are added, never changed';
comment on column access.post_change.region is 'of the post, or of the account when it is about none';
comment on column access.resident_session.wards is 'persons (home-uuid) this resident may answer for, read anew every few minutes';
comment on column access.resident_session.represents is 'may act for somebody else: whom and for what is read anew with each request';
comment on column catalogue.amendment.account is 'null where a newer Hutong brought the change';
comment on column catalogue.amendment.differences is 'property, code of the code list''s item or null, before, after; only shown, never queried';
comment on column catalogue.code_item.kept is 'a steward has worded it; what ships later leaves the words alone';
comment on column catalogue.code_item.retired_at is 'no longer offered since; values held stay readable';
comment on column catalogue.code_list.kept is 'a steward has named it or its standard; what ships later leaves these alone';
comment on column catalogue.data_element.column_name is 'null for elements that are always derived';
comment on column catalogue.data_element.kept is 'properties that a steward has changed; what ships later leaves these alone';
comment on column catalogue.resource_type.link_kind is 'the link by which a person reaches a subject of this type on forms';
comment on column catalogue.revision.shipped is 'digest of the shipped definitions that were installed last';
comment on column file.attachment.nth is 'how many that day: the constraint makes the daily limit exact over all nodes';
comment on column file.attachment.place is 'form/question it was uploaded for';
comment on column file.attachment.element is 'data element that the question fills';
comment on column file.attachment.expires_at is 'null once a submission refers to it';
comment on column file.piece.sealed is 'AES-256-GCM under the key of the subject, bound to attachment, number and count of pieces';
comment on column form.paper.code_hash is 'SHA-256 of the code in the QR code, which has 130 random bits';
comment on column form.submission.request_hash is 'SHA-256 of the request, so that a key is not used for two different ones';
comment on column form.submission.answers is 'by question id, as said; answers to encrypted elements as base64 ciphertext under the key of the subject';
comment on column form.submission.outcomes is 'by question id: asked, confirmed, corrected, reused or derived; a reused value is named by its act, not copied';
comment on column form.submission.resides_in is 'region of the day';
comment on column manifest.application.region is 'where it runs; lies within owner_region';
comment on column manifest.application.owner_region is 'region of the posts that may change it, together with the department';
comment on column manifest.application.version is 'the published version in force';
comment on column manifest.application.revision is 'raised by every saving of the draft';
comment on column region.region.code is '15 digits: the 12-digit statistical code and three for the grid; a subtree is one range';
comment on column region.region.phone is 'what residents of this region call for help; null: the number of the nearest region above';
comment on table resource.arrival is 'a newcomer says "I live here now"; waits for an officer of the place';
comment on column resource.arrival.region is 'where the newcomer says to live; which officers see it';
comment on column resource.arrival.decided_by is 'account that decided';
comment on column resource.assertion.said is 'what acts said before the column told: by element number, encrypted elements as base64 ciphertext';
comment on column resource.assertion.told is 'what the act said, see org.hutong.resource.StatedValues; for a retraction the numbers retracted';
comment on column resource.dwelling.dek is 'data key of this subject, wrapped by the master key; null after erasure';
comment on column resource.dwelling.prov is 'provenance of the current values, see org.hutong.resource.Provenance';
comment on column resource.household.dek is 'data key of this subject, wrapped by the master key; null after erasure';
comment on column resource.household.prov is 'provenance of the current values, see org.hutong.resource.Provenance';
comment on table resource.id_registry is 'uniqueness of ID numbers over all homes, keyed by blind index';
comment on column resource.link.qualifier is 'kind of membership: the kind of the household (code list household_kind)';
comment on column resource.mandate.resides_in is 'where the principal lived that day; which officers may see it';
comment on column resource.mandate.agent_phone is 'encrypted under the principal''s key';
comment on column resource.mandate.departments is 'matters of these only; empty with no application: all matters';
comment on column resource.mandate.until is 'last day, inclusive';
comment on column resource.mandate.recorder_account is 'the officer who recorded it in person, for somebody without a phone';
comment on column resource.organisation.dek is 'data key of this subject, wrapped by the master key; null after erasure';
comment on column resource.organisation.prov is 'provenance of the current values, see org.hutong.resource.Provenance';
comment on column resource.person.dek is 'data key of this subject, wrapped by the master key; null after erasure';
comment on column resource.person.prov is 'provenance of the current values, see org.hutong.resource.Provenance';
comment on column resource.person.provisional is 'begun by a statement, not yet matched with a register or seen by an officer';
comment on column resource.person.newcomer is 'begun by the person at sign-in, found again by name and phone';
comment on column resource.person.mobile_proven_bx is 'blind index of the mobile number of the newest sign-in; counts beside a number that the resident gave and that has not signed in yet';
comment on table task.report is 'heard at a door or told in a form: somebody has moved or died; waits for an officer to decide';
comment on column task.report.task is 'on whose visit it was heard; null when told in a form';
comment on column task.report.lives_in is 'where the person lived by the record then';
comment on column task.report.account is 'the officer who heard it or filled the form in; null when a resident did';
comment on column task.report.decided_by is 'account that decided; the reporter where the order of ranks decided at once';
comment on column task.report.submission is 'in which it was told; null when heard at a door';
comment on column task.report.told_by is 'whose answer it is, where known; officers see it, residents never do';
comment on column task.report.means is 'how it was told, as for assertions';
comment on column task.task.lives_in is 'where the person lives, as last looked at';
comment on column task.task.region is 'whose posts are in charge: the smallest region around the place that has a post of the department';
comment on column task.task.handed is 'an officer chose who is in charge; planning leaves that alone';
comment on column task.task.list is 'the list it is on: phone first, then door';
comment on column task.task.not_before is 'when the person asked to be called again';
comment on column task.task.asked_at is 'when the person asked for help with the form';
comment on column task.task.outcome is 'how it ended: of the last attempt, or answered, withdrawn, not-addressed, closed';
comment on column task.visit.region is 'who was in charge then';
comment on column task.visit.done_at is 'by the clock of the device';
comment on column task.visit.means is 'phone, door, or desk for what is decided without reaching anybody (undone, handed over)';
comment on column task.visit.before_list is 'how the task stood before; null when it had ended already, and of attempts kept before this column was';
comment on column task.visit.undoes is 'the attempt that an undoing took back';

-- Forms on paper: which printed sheet is whose, and photographed sheets as evidence.

-- Found by the digest of the code on the sheet alone: home is a bucket of that digest (1 to 1024), never a county.
create table form.paper (
  home int not null,
  code_hash bytea not null,
  subject_home int not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  version int not null,
  printed_at timestamptz not null,
  printed_by text not null,
  primary key (home, code_hash)
);
comment on column form.paper.code_hash is 'SHA-256 of the code in the QR code, which has 130 random bits';
grant select, insert on form.paper to hutong_app;
alter table form.paper enable row level security;
alter table form.paper force row level security;
-- A row alone names nobody: the person is reached only through the range policy of resource.person.
create policy paper_scope on form.paper using (current_setting('hutong.actor', true) in ('background', 'officer'));

-- A photographed sheet; never updated.
create table form.paper_scan (
  home int not null,
  id uuid not null,
  subject uuid not null,
  application uuid not null,
  form text not null,
  attachment uuid not null,
  resides_in bigint,
  registered_in bigint,
  scanned_at timestamptz not null,
  scanned_by text not null,
  primary key (home, id)
);
create index paper_scan_case on form.paper_scan (home, subject, application, form);
create index paper_scan_application on form.paper_scan (application, id);
grant select, insert on form.paper_scan to hutong_app;
alter table form.paper_scan enable row level security;
alter table form.paper_scan force row level security;
create policy paper_scan_scope on form.paper_scan using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (resides_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint or registered_in between current_setting('hutong.lo', true)::bigint and current_setting('hutong.hi', true)::bigint))
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

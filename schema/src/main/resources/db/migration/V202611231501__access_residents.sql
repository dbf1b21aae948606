-- Residents' sign-in. A session names a person, so it lies with the person's home. Sessions are looked up before anybody is known,
-- outside a scoped transaction, hence "no actor" beside "background"; a transaction of an officer or resident sees none.
create table access.resident_session (
  home int not null,
  token_hash bytea not null,
  person uuid not null,
  newcomer boolean not null,
  wards text[] not null default '{}',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (home, token_hash)
);
comment on column access.resident_session.wards is 'persons (home-uuid) this resident may answer for, read anew every few minutes';
create index resident_session_person on access.resident_session (home, person);
create index resident_session_expires_at on access.resident_session (expires_at);
grant select, insert, update, delete on access.resident_session to hutong_app;
alter table access.resident_session enable row level security;
alter table access.resident_session force row level security;
create policy resident_session_scope on access.resident_session
  using (coalesce(current_setting('hutong.actor', true), '') in ('', 'background'));

-- One code per phone. Nobody is known yet, so home is a bucket of the phone's blind index, never a county.
create table access.phone_code (
  home int not null,
  phone_bx bytea not null,
  code_hash bytea not null,
  tries int not null default 0,
  expires_at timestamptz not null,
  primary key (home, phone_bx)
);
comment on column access.phone_code.phone_bx is 'keyed hash of the phone number';
comment on column access.phone_code.code_hash is 'keyed hash of phone and code';
create index phone_code_expires_at on access.phone_code (expires_at);
grant select, insert, update, delete on access.phone_code to hutong_app;
alter table access.phone_code enable row level security;
alter table access.phone_code force row level security;
create policy phone_code_scope on access.phone_code
  using (coalesce(current_setting('hutong.actor', true), '') in ('', 'background'));

-- How often something was tried, per phone, address or login: one row each, the time at which the allowance is full again.
create table access.allowance (
  home int not null,
  kind text not null,
  key_hash bytea not null,
  full_at timestamptz not null,
  primary key (home, kind, key_hash)
);
comment on column access.allowance.home is 'a bucket of the key, never a county';
create index allowance_full_at on access.allowance (full_at);
grant select, insert, update, delete on access.allowance to hutong_app;

-- The visible message box of the demo town: what a telephone company would have delivered.
create table access.demo_message (
  home int not null,
  phone_bx bytea not null,
  id uuid not null,
  at timestamptz not null,
  sealed bytea not null,
  primary key (home, phone_bx, id)
);
comment on column access.demo_message.sealed is 'phone and text, encrypted';
create index demo_message_at on access.demo_message (at);
grant select, insert, delete on access.demo_message to hutong_app;
alter table access.demo_message enable row level security;
alter table access.demo_message force row level security;
create policy demo_message_scope on access.demo_message
  using (coalesce(current_setting('hutong.actor', true), '') in ('', 'background'));

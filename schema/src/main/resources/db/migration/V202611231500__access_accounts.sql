-- access 权限: accounts, posts and who holds them. Rights and scope belong to the post; deputies are holdings with an end.
create schema access;
grant usage on schema access to hutong_app;

create table access.account (
  id uuid primary key,
  login text not null,
  name text not null,
  password_hash text not null,
  disabled_at timestamptz,
  created_at timestamptz not null
);
comment on column access.account.login is 'lower case';
comment on column access.account.password_hash is 'Argon2id with its parameters';
create unique index account_login on access.account (login);
grant select, insert, update on access.account to hutong_app;

create table access.post (
  id uuid primary key,
  title_zh text not null,
  title_en text not null,
  region bigint not null,
  department text not null,
  roles text[] not null,
  abolished_at timestamptz
);
create index post_region on access.post (region);
grant select, insert, update on access.post to hutong_app;

create table access.holding (
  account uuid not null references access.account (id),
  post uuid not null references access.post (id),
  since date not null,
  until date,
  deputy boolean not null default false,
  primary key (account, post, since),
  check (until is null or until >= since),
  check (not deputy or until is not null)
);
comment on column access.holding.until is 'last day, inclusive; a deputyship always has one';
create index holding_post on access.holding (post);
grant select, insert, update on access.holding to hutong_app;

create table access.officer_session (
  token_hash bytea primary key,
  account uuid not null references access.account (id),
  post uuid references access.post (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on column access.officer_session.token_hash is 'SHA-256 of the token in the cookie';
create index officer_session_account on access.officer_session (account);
create index officer_session_expires_at on access.officer_session (expires_at);
grant select, insert, update, delete on access.officer_session to hutong_app;

-- outreach 通知联系: who has read which notice. Whom a notice addresses is computed when it is read.
create schema outreach;
grant usage on schema outreach to hutong_app;

create table outreach.notice_read (
  home int not null,
  subject uuid not null,
  application uuid not null,
  notice text not null,
  read_at timestamptz not null,
  primary key (home, subject, application, notice)
);
grant select, insert on outreach.notice_read to hutong_app;
alter table outreach.notice_read enable row level security;
alter table outreach.notice_read force row level security;
create policy notice_read_scope on outreach.notice_read using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

-- Whoever acts for others is read anew with each request, so that what was ended a moment ago is refused.
alter table access.resident_session add column represents boolean not null default false;
comment on column access.resident_session.represents is 'may act for somebody else: whom and for what is read anew with each request';

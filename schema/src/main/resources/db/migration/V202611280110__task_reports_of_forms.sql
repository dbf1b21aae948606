-- What a form says of somebody who lives there, that he or she has moved or died, waits for an officer like what is heard at a door.
alter table task.report
  alter column task drop not null,
  alter column account drop not null,
  add column submission uuid,
  add column told_home int,
  add column told_by uuid,
  add column means smallint,
  add constraint report_source check ((task is null) = (submission is not null)),
  add constraint report_told check ((told_by is null) = (told_home is null) and (submission is not null or told_by is null) and (submission is null) = (means is null));
comment on table task.report is 'heard at a door or told in a form: somebody has moved or died; waits for an officer to decide';
comment on column task.report.task is 'on whose visit it was heard; null when told in a form';
comment on column task.report.account is 'the officer who heard it or filled the form in; null when a resident did';
comment on column task.report.submission is 'in which it was told; null when heard at a door';
comment on column task.report.told_by is 'whose answer it is, where known; officers see it, residents never do';
comment on column task.report.means is 'how it was told, as for assertions';
-- A resident adds what he or she says of somebody linked, and reads and changes nothing, not even that.
create policy report_told on task.report for insert with check (
  current_setting('hutong.actor', true) = 'resident' and submission is not null and account is null and closed_at is null
  and (told_by = nullif(current_setting('hutong.subject', true), '')::uuid
      or told_by = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))
  and subject = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]));

-- Files follow their person as history does: an officer sees them while the range policy shows the person (docs/adr/0010-history-follows-its-subject.md).
drop policy attachment_scope on file.attachment;
create policy attachment_scope on file.attachment using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (expires_at is null or by_officer)
      and exists (select 1 from resource.person p where p.home = attachment.home and p.id = attachment.subject))
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

drop policy piece_scope on file.piece;
create policy piece_scope on file.piece using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer'
      and exists (select 1 from resource.person p where p.home = piece.home and p.id = piece.subject))
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

-- Links, history, corrections and the registry of ID numbers follow their subject: an officer sees them when the range policy of the
-- subject's own table shows the subject, wherever it lives today. Each look goes by a whole primary key; people are never chosen over these
-- tables in an officer's transaction (docs/adr/0010-history-follows-its-subject.md).
drop policy link_scope on resource.link;
create policy link_scope on resource.link using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and (
      exists (select 1 from resource.person p where p.home = link.home and p.id = link.from_id)
      or exists (select 1 from resource.person p where p.home = link.to_home and p.id = link.to_id)))
  or (current_setting('hutong.actor', true) = 'resident' and (
      from_id = nullif(current_setting('hutong.subject', true), '')::uuid
      or from_id = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or from_id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[])
      or to_id = nullif(current_setting('hutong.subject', true), '')::uuid
      or to_id = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or to_id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

drop policy assertion_scope on resource.assertion;
create policy assertion_scope on resource.assertion using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and case type
      when 'person' then exists (select 1 from resource.person s where s.home = assertion.home and s.id = assertion.subject)
      when 'household' then exists (select 1 from resource.household s where s.home = assertion.home and s.id = assertion.subject)
      when 'dwelling' then exists (select 1 from resource.dwelling s where s.home = assertion.home and s.id = assertion.subject)
      when 'organisation' then exists (select 1 from resource.organisation s where s.home = assertion.home and s.id = assertion.subject)
      else exists (select 1 from resource.link s where s.home = assertion.home and s.id = assertion.subject) end)
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or subject = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

drop policy correction_scope on resource.correction;
create policy correction_scope on resource.correction using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer' and case type
      when 'person' then exists (select 1 from resource.person s where s.home = correction.home and s.id = correction.subject)
      when 'household' then exists (select 1 from resource.household s where s.home = correction.home and s.id = correction.subject)
      when 'dwelling' then exists (select 1 from resource.dwelling s where s.home = correction.home and s.id = correction.subject)
      when 'organisation' then exists (select 1 from resource.organisation s where s.home = correction.home and s.id = correction.subject)
      else exists (select 1 from resource.link s where s.home = correction.home and s.id = correction.subject) end)
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[])
      or subject = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[]))));

-- Who claims a number that somebody elsewhere has is refused by the key without being shown who has it.
drop policy id_registry_scope on resource.id_registry;
create policy id_registry_scope on resource.id_registry using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer'
      and exists (select 1 from resource.person p where p.home = id_registry.home and p.id = id_registry.subject))
  or (current_setting('hutong.actor', true) = 'resident' and (
      subject = nullif(current_setting('hutong.subject', true), '')::uuid
      or subject = any (coalesce(nullif(current_setting('hutong.wards', true), ''), '{}')::uuid[]))));

-- Subjects of types that stewards have added: what TypedColumns does for those to come.
do $$
declare
  added record;
begin
  for added in select code, table_name from catalogue.resource_type where table_name like 'x\_%' loop
    execute format('create policy %I on resource.assertion using (current_setting(''hutong.actor'', true) = ''officer'' and type = %L'
        || ' and exists (select 1 from resource.%I s where s.home = assertion.home and s.id = assertion.subject))',
        added.table_name || '_history', added.code, added.table_name);
    execute format('create policy %I on resource.correction using (current_setting(''hutong.actor'', true) = ''officer'' and type = %L'
        || ' and exists (select 1 from resource.%I s where s.home = correction.home and s.id = correction.subject))',
        added.table_name || '_history', added.code, added.table_name);
  end loop;
end $$;

-- A printed sheet follows its person as history does: an officer finds it while the range policy shows the person.
drop policy paper_scope on form.paper;
create policy paper_scope on form.paper using (
  current_setting('hutong.actor', true) = 'background'
  or (current_setting('hutong.actor', true) = 'officer'
      and exists (select 1 from resource.person p where p.home = paper.subject_home and p.id = paper.subject)));

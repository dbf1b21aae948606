-- An attempt that moved a task on keeps how the task stood before, so that taking it back restores exactly that.
alter table task.visit
  add column before_list text check (before_list in ('phone', 'door')),
  add column before_calls smallint,
  add column before_nobody_there smallint,
  add column before_not_before timestamptz,
  add column undoes uuid,
  add constraint visit_before check ((before_list is null) = (before_calls is null) and (before_list is null) = (before_nobody_there is null));
comment on column task.visit.before_list is 'how the task stood before; null when it had ended already, and of attempts kept before this column was';
comment on column task.visit.undoes is 'the attempt that an undoing took back';

-- The number that residents call when they need help. It is public, so it stands plainly in the tree.
alter table region.region add column phone text
  constraint region_phone_check check (phone ~ '^[0-9+-]{3,20}$');
comment on column region.region.phone is 'what residents of this region call for help; null: the number of the nearest region above';

-- What disabled residents need, asked once a year by the disabled persons' federation (elements 160 to 164).
alter table resource.person
  add column need_aid_device boolean,
  add column need_rehabilitation boolean,
  add column need_job boolean,
  add column need_barrier_free boolean,
  add column need_details text;

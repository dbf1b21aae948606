-- The unit of an element in English; where one and many differ, both with a bar between: "year | years". Elements that ship bring it at the next start.
alter table catalogue.data_element add column unit_en text;

-- Without the kind, links of one subject have equal keys, which a B-tree keeps once: a fifth of the size. A subject has few links, so that
-- the kind is as well looked at in the row.
create index link_from_subject on resource.link (home, from_id);
create index link_to_subject on resource.link (to_home, to_id);
drop index resource.link_from;
drop index resource.link_to;

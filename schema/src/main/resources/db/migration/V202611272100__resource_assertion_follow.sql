-- Counts in memory follow what is recorded about persons in commit order.
create index assertion_follow on resource.assertion (xact) where type = 'person';

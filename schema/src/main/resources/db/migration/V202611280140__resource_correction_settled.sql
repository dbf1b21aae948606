-- What became of a person's objections is asked with each opening of the first page.
create index correction_settled on resource.correction (home, subject, closed_at) where closed_at is not null;

-- Whoever follows the submissions of an application reads those after a point in commit order.
create index submission_follow on form.submission (application, xact);

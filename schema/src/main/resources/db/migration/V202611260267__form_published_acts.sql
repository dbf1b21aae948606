-- What others did for a person, for both to read; holds no answer.
create view published.acted_for with (security_invoker = true) as
  select home, subject, id, application, version, submitted_at, actor, means
  from form.submission
  where means <> 'self';
grant select on published.acted_for to hutong_app;

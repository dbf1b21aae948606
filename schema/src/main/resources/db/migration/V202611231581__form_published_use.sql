-- What each submission used of what was known, for the person's own page: names questions and acts, holds no answer.
create view published.form_use with (security_invoker = true) as
  select home, subject, application, form, version, submitted_at, outcomes
  from form.submission;
grant select on published.form_use to hutong_app;

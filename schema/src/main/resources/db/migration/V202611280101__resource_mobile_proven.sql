-- The mobile number with which a person signed in last. A number that the resident has changed and that has never signed in does not take its place: who mistypes the own number is not shut out.
alter table resource.person add column mobile_proven_bx bytea;

create index person_mobile_proven on resource.person (mobile_proven_bx) where newcomer;

comment on column resource.person.mobile_proven_bx is 'blind index of the mobile number of the newest sign-in; counts beside a number that the resident gave and that has not signed in yet';

-- What an act said, in a third to a half of the bytes of jsonb: ciphertexts as they are instead of in base64, no key texts (layout:
-- org.hutong.resource.StatedValues). Acts that are there keep their JSON and are read as before; nothing is rewritten.
alter table resource.assertion add column told bytea;
alter table resource.assertion alter column said drop not null;
alter table resource.assertion add constraint assertion_said_once check ((told is null) <> (said is null));
comment on column resource.assertion.told is 'what the act said, see org.hutong.resource.StatedValues; for a retraction the numbers retracted';
comment on column resource.assertion.said is 'what acts said before the column told: by element number, encrypted elements as base64 ciphertext';

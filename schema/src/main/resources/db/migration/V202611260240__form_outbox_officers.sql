-- An officer who fills in for a person tells the outbox in the same transaction; reading it stays with the workers.
create policy outbox_officer on form.outbox for insert with check (current_setting('hutong.actor', true) = 'officer');

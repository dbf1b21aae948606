-- Searching names by any part of them; with the builtin locale C.UTF-8 this works for Chinese.
create extension pg_trgm with schema public;

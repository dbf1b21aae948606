-- When a current value was stated, read from the provenance column (layout: org.hutong.resource.Provenance): epoch seconds, null when the
-- element has no current value. For criteria that ask for fresh values and for sweeps; forms read provenance in the server.
create function resource.stated_at(prov bytea, element int) returns bigint
language plpgsql immutable parallel safe as $$
declare
  place int;
  act int;
begin
  if prov is null or length(prov) < 2 then
    return null;
  end if;
  place := 2 + get_byte(prov, 1) * 22;
  while place < length(prov) loop
    if get_byte(prov, place) * 256 + get_byte(prov, place + 1) = element then
      act := 2 + get_byte(prov, place + 2) * 22 + 18;
      return get_byte(prov, act)::bigint * 16777216 + get_byte(prov, act + 1) * 65536 + get_byte(prov, act + 2) * 256 + get_byte(prov, act + 3);
    end if;
    place := place + 4;
  end loop;
  return null;
end $$;
grant execute on function resource.stated_at(bytea, int) to hutong_app;

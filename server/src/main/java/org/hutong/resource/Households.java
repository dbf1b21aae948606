package org.hutong.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who belongs to the same households as a resident: names and relations, and nothing else of anybody. Row-level security lets a resident
 * see the own row only, so this is read in the background, from the resident's own links.
 */
@Component
public class Households {
    private static final Actor READER = new Actor.Background("own household");
    private static final String SQL = """
            select mine.qualifier as kind, mine.to_home, mine.to_id, p.name, l.relation_to_head, p.home = mine.home and p.id = mine.from_id as self,
              p.provisional and not exists (select 1 from resource.assertion a where a.home = p.home and a.subject = p.id and a.source in (1, 3)) as waits
            from resource.link mine
            join resource.link l on l.to_home = mine.to_home and l.to_id = mine.to_id and l.kind = 'member' and l.until is null
            join resource.person p on p.home = l.home and p.id = l.from_id and p.erased_at is null
            where mine.home = ? and mine.from_id = ? and mine.kind = 'member' and mine.until is null
            order by mine.qualifier, mine.to_id, l.relation_to_head nulls last, p.birth_date, p.id
            """;
    private final Scoped scoped;

    Households(Scoped scoped) {
        this.scoped = scoped;
    }

    /**
     * One household.
     *
     * @param kind of membership (code list household_kind): registered, living, common, collective; null when not said
     */
    public record Household(@Nullable String kind, List<Member> members) {
    }

    /**
     * @param relation to the head, a code of GB/T 4761; null when not known
     * @param waits    known by the word of residents alone: neither a register nor an officer has said anything of this person
     */
    public record Member(String name, @Nullable String relation, boolean self, boolean waits) {
    }

    /** The households of the resident, never those of anybody else. */
    public List<Household> of(Actor.Resident resident) {
        SubjectId person = resident.person();
        return scoped.read(READER, dsl -> {
            Map<UUID, Household> households = new LinkedHashMap<>();
            dsl.fetch(SQL, person.home(), person.id()).forEach(row -> households
                    .computeIfAbsent(row.get("to_id", UUID.class), id -> new Household(row.get("kind", String.class), new ArrayList<>())).members()
                    .add(new Member(row.get("name", String.class), row.get("relation_to_head", String.class), row.get("self", Boolean.class), row.get("waits", Boolean.class))));
            return List.copyOf(households.values());
        });
    }
}

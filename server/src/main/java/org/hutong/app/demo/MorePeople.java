package org.hutong.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.resource.BulkItem;
import org.hutong.resource.BulkLoad;
import org.hutong.resource.Subjects;
import org.hutong.town.Persona;
import org.hutong.town.Town;
import org.springframework.stereotype.Component;

/** More people like those whom demo and journeys know by name, for whoever needs some to whom nothing has happened yet. */
@Component
class MorePeople {
    private static final Actor TOWN = new Actor.Background("demo-town");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long LOCK = 0x4D6F7265L;

    private final BulkLoad bulk;
    private final Subjects subjects;
    private final Scoped scoped;
    private final Clock clock;

    MorePeople(BulkLoad bulk, Subjects subjects, Scoped scoped, Clock clock) {
        this.bulk = bulk;
        this.subjects = subjects;
        this.scoped = scoped;
        this.clock = clock;
    }

    /** @return those who came, by the keys of whom they are like; empty when the town takes no more of them */
    Optional<List<Persona>> like(String key) {
        return scoped.write(TOWN, dsl -> {
            dsl.fetch("select pg_advisory_xact_lock(?)", LOCK);
            for (int turn = 1; turn <= Town.TURNS; turn++) {
                List<BulkItem> items = new ArrayList<>();
                List<Persona> people = Town.again(key, turn, LocalDate.ofInstant(clock.instant(), ZONE), record -> items.add(TownItems.item(record)));
                if (people.stream().noneMatch(this::isOnFile)) {
                    bulk.load(TOWN, items::forEach);
                    return Optional.of(people);
                }
            }
            return Optional.empty();
        });
    }

    private boolean isOnFile(Persona persona) {
        return subjects.findByIdNumber(TOWN, persona.idNumber()).isPresent();
    }
}

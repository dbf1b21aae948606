package org.hutong.resource;

import java.util.List;

import org.hutong.access.Actor;
import org.hutong.access.PostWork;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many newcomers wait to be met by a post. */
@Component
@Order(30)
class ArrivalWork implements PostWork {
    private final Arrivals arrivals;

    ArrivalWork(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public List<Waiting> waitingWith(Actor.Officer holder) {
        int count = holder.is(Role.OFFICER) ? arrivals.count(holder) : 0;
        return count == 0 ? List.of() : List.of(new Waiting(Localised.of("新来的居民", "New here"), count, "/tasks", List.of()));
    }
}

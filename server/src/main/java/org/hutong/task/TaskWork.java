package org.hutong.task;

import java.util.ArrayList;
import java.util.List;

import org.hutong.access.Actor;
import org.hutong.access.PostWork;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.springframework.core.annotation.Order;

/** What waits with a post in the field: how many are to be called and visited; nothing names a resident. */
@org.springframework.stereotype.Component
@Order(20)
class TaskWork implements PostWork {
    private final Tasks tasks;
    private final Reports reports;

    TaskWork(Tasks tasks, Reports reports) {
        this.tasks = tasks;
        this.reports = reports;
    }

    @Override
    public List<Waiting> waitingWith(Actor.Officer holder) {
        if (!holder.is(Role.WORKER) && !holder.is(Role.OFFICER)) {
            return List.of();
        }
        List<Waiting> work = waiting(holder);
        if (!holder.is(Role.OFFICER)) {
            return work;
        }
        List<Waiting> all = new ArrayList<>(work);
        all.add(new Waiting(Localised.of("搬走和去世待核实", "Moved or died, to check"), reports.count(holder), "/tasks", List.of()));
        return all;
    }

    private List<Waiting> waiting(Actor.Officer holder) {
        Counts counts = tasks.counts(holder);
        return List.of(new Waiting(Localised.of("电话", "Calls"), counts.calls() + counts.later(), "/tasks?state=phone", List.of()),
                new Waiting(Localised.of("走访", "Doors"), counts.doors(), "/tasks?state=door", List.of()));
    }
}

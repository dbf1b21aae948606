package org.hutong.access.web;

import java.util.List;
import java.util.UUID;

import org.hutong.access.PostOutcome;
import org.hutong.access.PostRefusal;
import org.hutong.access.RegionNames;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.springframework.stereotype.Component;

/** How posts and what becomes of changes to them are answered. */
@Component
class PostViews {
    private final RegionNames regions;

    PostViews(RegionNames regions) {
        this.regions = regions;
    }

    record Region(RegionCode code, Localised name) {
    }

    record Post(UUID id, Localised title, Region region, String department, List<Role> roles, boolean abolished) {
    }

    record Made(UUID id) {
    }

    Post post(org.hutong.access.Post post) {
        return new Post(post.id(), post.title(), region(post.region()), post.department(), post.roles().stream().sorted().toList(), post.abolished());
    }

    Region region(RegionCode code) {
        return new Region(code, regions.nameOf(code).orElseGet(() -> Localised.of(code.toString(), code.toString())));
    }

    boolean knows(RegionCode code) {
        return regions.nameOf(code).isPresent();
    }

    static <T> T done(PostOutcome<T> outcome) {
        return switch (outcome) {
            case PostOutcome.Done<T> done -> done.value();
            case PostOutcome.Refused<T> refused -> throw problem(refused.why());
        };
    }

    private static Refused problem(PostRefusal why) {
        return switch (why) {
            case PostRefusal.NotThere ignored -> Problem.NOT_FOUND.refused();
            case PostRefusal.Invalid invalid -> Problem.INVALID_REQUEST.refused().about(1).at(invalid.field(), invalid.fault());
            case PostRefusal.HoldsAlready ignored -> Problem.HOLDS_ALREADY.refused();
            case PostRefusal.OwnAccount ignored -> Problem.OWN_ACCOUNT.refused();
            case PostRefusal.HandoverPlanned ignored -> Problem.HANDOVER_PLANNED.refused();
            case PostRefusal.HandoverOver ignored -> Problem.HANDOVER_OVER.refused();
            case PostRefusal.LoginTaken ignored -> Problem.LOGIN_TAKEN.refused();
        };
    }
}

package org.hutong.insight.web;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.insight.Boards;
import org.hutong.insight.Home;
import org.hutong.kernel.BusinessDay;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 今天: the officer's home. */
@RestController
class HomeController {
    private final Boards boards;
    private final BusinessDay day;

    HomeController(Boards boards, BusinessDay day) {
        this.boards = boards;
        this.day = day;
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/home")
    Home home(Actor.Officer officer) {
        return boards.home(officer, day.today());
    }
}

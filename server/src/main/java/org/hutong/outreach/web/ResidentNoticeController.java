package org.hutong.outreach.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.kernel.Localised;
import org.hutong.outreach.Notice;
import org.hutong.outreach.Notices;
import org.hutong.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a resident has been told. */
@RestController
class ResidentNoticeController {
    private static final Pattern ID = Pattern.compile("([0-9a-f-]{36})\\.([a-z][A-Za-z0-9_]{0,39})");
    private final Notices notices;

    ResidentNoticeController(Notices notices) {
        this.notices = notices;
    }

    record NoticeBody(String id, UUID application, Localised title, Localised text, String department, Instant at, boolean read) {
        static NoticeBody of(Notice notice) {
            return new NoticeBody(notice.id(), notice.application(), notice.title(), notice.text(), notice.department(), notice.at(), notice.read());
        }
    }

    @AllowResident
    @GetMapping("/api/resident/notices")
    List<NoticeBody> listNotices(Actor.Resident resident) {
        return notices.of(resident, resident.person()).stream().map(NoticeBody::of).toList();
    }

    @AllowResident
    @PostMapping("/api/resident/notices/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markNoticeRead(Actor.Resident resident, @PathVariable String id) {
        Matcher named = ID.matcher(id);
        if (!named.matches() || !notices.markRead(resident, resident.person(), application(named.group(1)), named.group(2))) {
            throw Problem.NOT_FOUND.refused();
        }
    }

    private static UUID application(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Problem.NOT_FOUND.refused();
        }
    }
}

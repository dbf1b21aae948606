package org.hutong.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.insight.Board;
import org.hutong.insight.Boards;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Progress of an application by region. */
@RestController
class BoardController {

    record BoardBody(RegionCode region, Localised name, String relation, long total, long done, long notAsked, long contested,
            List<Board.Child> children, List<Board.Step> path, Instant asOf) {
    }

    private final Boards boards;

    BoardController(Boards boards) {
        this.boards = boards;
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/board")
    BoardBody board(Actor.Officer officer, @PathVariable UUID id, @RequestParam(required = false) @Nullable RegionCode region) {
        Board board = boards.board(officer, id, Optional.ofNullable(region)).orElseThrow(Problem.NOT_FOUND::refused);
        return new BoardBody(board.region(), board.name(), board.relation().json(), board.total(), board.done(), board.notAsked(),
                board.contested(), board.children(), board.path(), board.asOf());
    }
}

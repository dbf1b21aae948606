package org.hutong.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Purpose;
import org.hutong.access.Role;
import org.hutong.insight.Board;
import org.hutong.insight.Boards;
import org.hutong.insight.LeftPage;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.hutong.region.Regions;
import org.hutong.sheet.web.SheetResponses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Progress of an application by region. */
@RestController
class BoardController {

    record BoardBody(RegionCode region, Localised name, @Schema(ref = "#/components/schemas/ManifestRelation") String relation, long total, long done,
            long notAsked, long contested,
            List<Board.Child> children, Board.Own own, List<Board.Step> path, Instant asOf) {
    }

    record LeftItem(SubjectId person, String name, @Nullable Integer age, RegionCode region, Localised regionName, @Nullable String phoneMasked,
            @Nullable String outcome) {
    }

    record LeftBody(List<LeftItem> items, int page, int size, boolean more) {
    }

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 10_000;
    private final Boards boards;
    private final Regions regions;

    BoardController(Boards boards, Regions regions) {
        this.boards = boards;
        this.regions = regions;
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/board")
    BoardBody board(Actor.Officer officer, @PathVariable UUID id, @RequestParam(required = false) @Nullable RegionCode region) {
        Board board = boards.board(officer, id, Optional.ofNullable(region)).orElseThrow(Problem.NOT_FOUND::refused);
        return new BoardBody(board.region(), board.name(), board.relation().json(), board.total(), board.done(), board.notAsked(),
                board.contested(), board.children(), board.own(), board.path(), board.asOf());
    }

    /** @param person the name, its pinyin or a part of the address of whom is looked for */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/left")
    LeftBody left(Actor.Officer officer, @PathVariable UUID id, @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(required = false) @Nullable @Size(max = 80) String person, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || page > LAST_PAGE) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("page", page < 0 ? "too-small" : "too-large", page < 0 ? 0 : LAST_PAGE);
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("size", size < 1 ? "too-small" : "too-large", size < 1 ? 1 : LARGEST_PAGE);
        }
        LeftPage left = boards.left(officer, id, Optional.ofNullable(region), person == null || person.isBlank() ? null : person.strip(), page, size).orElseThrow(Problem.NOT_FOUND::refused);
        List<LeftItem> items = left.lines().stream().map(line -> new LeftItem(line.person(), line.name(), line.age(), line.region(),
                regions.name(line.region()), line.phoneMasked(), left.outcomes().get(line.person()))).toList();
        return new LeftBody(items, page, size, left.more());
    }

    /** @param purpose why whole phone numbers are needed, for officers of its department; without it they are masked */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/left/sheet")
    ResponseEntity<byte[]> exportLeft(Actor.Officer officer, @PathVariable UUID id, @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(defaultValue = "xlsx") String format, @RequestParam(required = false) @Nullable @Size(max = Purpose.LONGEST) String purpose, Locale reader) {
        return SheetResponses.of(boards.leftSheet(officer, id, Optional.ofNullable(region), Purpose.said(purpose), SheetResponses.format(format), reader));
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/board/sheet")
    ResponseEntity<byte[]> exportBoard(Actor.Officer officer, @PathVariable UUID id, @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(defaultValue = "xlsx") String format, Locale reader) {
        return SheetResponses.of(boards.boardSheet(officer, id, Optional.ofNullable(region), SheetResponses.format(format), reader));
    }
}

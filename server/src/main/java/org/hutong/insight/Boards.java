package org.hutong.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Purpose;
import org.hutong.insight.Figures.Sum;
import org.hutong.insight.Progress.Subject;
import org.hutong.kernel.RegionCode;
import org.hutong.manifest.Application;
import org.hutong.manifest.Applications;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.hutong.resource.PersonList;
import org.hutong.sheet.SheetAnswer;
import org.hutong.sheet.SheetFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one public door to progress: boards, and the figures on the officer's home. */
@Component
public class Boards {
    private static final int MOST_ON_HOME = 30;

    private final Applications applications;
    private final Progress progress;
    private final Left left;
    private final BoardSheets sheets;
    private final Regions regions;
    private final Clock clock;

    Boards(Applications applications, Progress progress, Left left, BoardSheets sheets, Regions regions, Clock clock) {
        this.applications = applications;
        this.progress = progress;
        this.left = left;
        this.sheets = sheets;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The board of an application.
     *
     * @param region within the officer's, or empty for the application's region as far as it is
     * @return empty when there is no such application, region or progress for this officer
     */
    public Optional<Board> board(Actor.Officer officer, UUID application, Optional<RegionCode> region) {
        return applications.find(officer, application).flatMap(one -> {
            RegionCode at = region.orElseGet(() -> common(officer.region(), one.region()));
            if (!officer.region().contains(at)) {
                return Optional.empty();
            }
            return regions.find(at).flatMap(place -> subject(one).map(subject -> board(officer, place, subject)));
        });
    }

    /**
     * Who has not answered yet, by region and name; looking is journalled.
     *
     * @param region within the officer's, or empty as for {@link #board}
     * @param meant  the name, its pinyin or a part of the address, or null for all
     * @param page   from 0
     * @return empty when there is no such application, region or progress for this officer
     */
    public Optional<LeftPage> left(Actor.Officer officer, UUID application, Optional<RegionCode> region, @Nullable String meant, int page, int size) {
        return applications.find(officer, application).flatMap(one -> {
            RegionCode at = region.orElseGet(() -> common(officer.region(), one.region()));
            if (!officer.region().contains(at) || regions.find(at).isEmpty()) {
                return Optional.empty();
            }
            return subject(one).map(subject -> left.page(officer, subject, at, meant, page, size));
        });
    }

    /**
     * Who has not answered yet, as a table.
     *
     * @param purpose why whole phone numbers are needed; {@link SheetAnswer.NotYours} for officers of other departments than the application's
     */
    public Optional<SheetAnswer> leftSheet(Actor.Officer officer, UUID application, Optional<RegionCode> region, Optional<Purpose> purpose,
            SheetFormat format, Locale reader) {
        return applications.find(officer, application).flatMap(one -> {
            RegionCode at = region.orElseGet(() -> common(officer.region(), one.region()));
            if (!officer.region().contains(at) || regions.find(at).isEmpty()) {
                return Optional.empty();
            }
            if (purpose.isPresent() && !one.department().equals(officer.department())) {
                return Optional.of(new SheetAnswer.NotYours());
            }
            return subject(one).map(subject -> {
                var lines = left.all(officer, subject, at, purpose, SheetAnswer.MOST_ROWS);
                return lines.size() > SheetAnswer.MOST_ROWS ? new SheetAnswer.TooLong(SheetAnswer.MOST_ROWS)
                        : sheets.left(one.title(), regions.name(at), lines, format, reader);
            });
        });
    }

    /** The board of a region as a table: one line for each child. */
    public Optional<SheetAnswer> boardSheet(Actor.Officer officer, UUID application, Optional<RegionCode> region, SheetFormat format, Locale reader) {
        return applications.find(officer, application)
                .flatMap(one -> board(officer, application, region).map(board -> sheets.board(one.title(), board, format, reader)));
    }

    /** The officer's home; the newest applications only, when there are many. */
    public Home home(Actor.Officer officer, LocalDate day) {
        List<Home.Running> running = applications.visibleTo(officer, Set.of(Application.State.RUNNING)).stream().limit(MOST_ON_HOME)
                .map(one -> running(officer, one)).toList();
        List<Home.Draft> drafts = applications.drafts(officer).stream().limit(MOST_ON_HOME)
                .map(one -> new Home.Draft(one.id(), one.title(), place(one), one.savedAt(), one.savedBy(), one.version() == 0 ? null : one.version()))
                .toList();
        return new Home(running, drafts, day);
    }

    private Home.Running running(Actor.Officer officer, Application one) {
        Sum sum = subject(one).map(subject -> progress.figures(subject).in(officer.region())).orElse(Sum.ZERO);
        LocalDate closes = applications.published(one).map(published -> published.manifest().closes()).orElse(null);
        return new Home.Running(one.id(), one.title(), place(one), one.department(), sum.total(), sum.done(), one.isOwnedBy(officer), closes);
    }

    private Home.RunsIn place(Application one) {
        return new Home.RunsIn(one.region(), regions.name(one.region()));
    }

    private Optional<Subject> subject(Application application) {
        return applications.published(application).flatMap(progress::subject);
    }

    /** Of two regions one of which lies in the other, the inner one. */
    static RegionCode common(RegionCode one, RegionCode other) {
        return one.contains(other) ? other : one;
    }

    private Board board(Actor.Officer officer, Region place, Subject subject) {
        Figures figures = progress.figures(subject);
        Sum sum = figures.in(place.code());
        List<Board.Step> path = regions.path(place.code()).stream().filter(step -> officer.region().contains(step.code()))
                .map(step -> new Board.Step(step.code(), step.name())).toList();
        return new Board(place.code(), place.name(), subject.by(), sum.total(), sum.done(), sum.notAsked(), sum.contested(),
                children(place, subject, figures), new Board.Own(figures.at(place.code().number()).total(), figures.at(place.code().number()).done()), path,
                clock.instant());
    }

    /** Every child the application reaches, with or without people, and every other that has some. */
    private List<Board.Child> children(Region place, Subject subject, Figures figures) {
        Map<RegionCode, Sum> sums = new TreeMap<>(figures.children(place.code()));
        RegionCode reach = subject.audience().region();
        boolean same = subject.by() == subject.audience().relation();
        regions.children(place.code()).stream().map(Region::code)
                .filter(code -> same && (reach.contains(code) || code.contains(reach)))
                .forEach(code -> sums.putIfAbsent(code, Sum.ZERO));
        return sums.entrySet().stream()
                .map(child -> {
                    Sum sum = child.getValue();
                    return new Board.Child(child.getKey(), regions.name(child.getKey()), sum.total(), sum.done());
                })
                .sorted(Comparator.comparingLong(Board.Child::left).reversed().thenComparing(Board.Child::region))
                .toList();
    }
}

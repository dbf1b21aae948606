package org.hutong.bench.drill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the evidence says about the database.
 *
 * @param missing acknowledged submissions that are not there
 * @param doubled submissions, or their written values, that are there more than once
 * @param halfWritten submissions whose written value is nowhere, or values whose submission is nowhere
 * @param unexpected anything nobody sent
 * @param unknownThere unacknowledged submissions that turned out to be there
 * @param unknownGone unacknowledged submissions that turned out not to be there
 * @param notes what exactly, the first few
 */
record Verdict(int acknowledged, int missing, int doubled, int halfWritten, int unexpected, int unknownThere, int unknownGone, List<String> notes) {

    /** A submission as the database has it. */
    record Row(UUID key, UUID id, String receipt) {
    }

    /** A statement as the database has it: {@code said} is its text. */
    record Act(UUID submission, String said) {
    }

    boolean nothingLostNothingDoubled() {
        return missing == 0 && doubled == 0 && halfWritten == 0 && unexpected == 0;
    }

    /** The same, with events of the outbox that have no submission or are there twice. */
    Verdict and(int strayEvents) {
        return strayEvents == 0 ? this
                : new Verdict(acknowledged, missing, doubled, halfWritten + strayEvents, unexpected, unknownThere, unknownGone,
                        Stream.concat(notes.stream(), Stream.of(strayEvents + " stray events in the outbox")).toList());
    }

    static Verdict of(Collection<Evidence.Sent> evidence, List<Row> rows, List<Act> acts) {
        List<String> notes = new ArrayList<>();
        Map<UUID, List<Row>> byKey = new HashMap<>();
        rows.forEach(row -> byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
        Map<UUID, List<Act>> bySubmission = new HashMap<>();
        acts.forEach(act -> bySubmission.computeIfAbsent(act.submission(), id -> new ArrayList<>()).add(act));
        int acknowledged = 0;
        int missing = 0;
        int doubled = 0;
        int half = 0;
        int there = 0;
        int gone = 0;
        Set<UUID> keys = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (Evidence.Sent sent : evidence) {
            keys.add(sent.key());
            List<Row> found = byKey.getOrDefault(sent.key(), List.of());
            if (sent.acknowledged()) {
                acknowledged++;
                if (found.stream().noneMatch(row -> row.id().equals(sent.submission()) && row.receipt().equals(sent.receipt()))) {
                    missing++;
                    notes.add("missing: " + sent);
                }
            } else if (found.isEmpty()) {
                gone++;
            } else {
                there++;
            }
            if (found.size() > 1) {
                doubled++;
                notes.add("doubled: " + sent + " as " + found);
            }
            for (Row row : found) {
                ids.add(row.id());
                long written = bySubmission.getOrDefault(row.id(), List.of()).stream().filter(act -> act.said().contains(sent.marker())).count();
                if (written == 0) {
                    half++;
                    notes.add("submission without its value: " + sent);
                } else if (written > 1) {
                    doubled++;
                    notes.add("value written " + written + " times: " + sent);
                }
            }
        }
        int unexpected = 0;
        for (Row row : rows) {
            if (!keys.contains(row.key())) {
                unexpected++;
                notes.add("nobody sent: " + row);
            }
        }
        for (Act act : acts) {
            if (!ids.contains(act.submission())) {
                half++;
                notes.add("value without its submission: " + act.submission());
            }
        }
        return new Verdict(acknowledged, missing, doubled, half, unexpected, there, gone, notes.stream().limit(10).toList());
    }
}

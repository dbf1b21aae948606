package org.hutong.insight;

import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.insight.Figures.Sum;
import org.hutong.kernel.RegionRelation;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * How many have answered, by region of the day of answering. The sum of all submissions up to a point in commit order is kept; each
 * reading adds those after it, so that a figure is never behind a committed submission and costs only what is new. Each node keeps its
 * own sums and can begin again from nothing.
 */
@Component
class SubmissionFold {
    private static final Actor READER = new Actor.Background("submission-fold");

    private record Key(UUID application, String form, RegionRelation by) {
    }

    private static final class Kept {
        private final Figures settled = new Figures();
        private String horizon = "0";
    }

    private final Scoped scoped;
    private final Cache<Key, Kept> kept = Caffeine.newBuilder().maximumSize(2_000).build();

    SubmissionFold(Scoped scoped) {
        this.scoped = scoped;
    }

    /** All submissions of a form that are committed now. */
    Figures answered(UUID application, String form, RegionRelation by) {
        Kept fold = kept.get(new Key(application, form, by), key -> new Kept());
        synchronized (fold) {
            Figures answered = new Figures();
            String next = fold.horizon;
            for (Record row : after(fold.horizon, application, form, by)) {
                next = row.get("horizon", String.class);
                Long region = row.get("region", Long.class);
                if (region != null) {
                    Sum sum = new Sum(0, row.get("done", Long.class), row.get("not_asked", Long.class), 0);
                    (row.get("settled", Boolean.class) ? fold.settled : answered).add(region, sum);
                }
            }
            fold.horizon = next;
            answered.addAll(fold.settled);
            return answered;
        }
    }

    /** One statement, so that the horizon and the rows are of one snapshot: what is below the horizon can never change any more. */
    private Iterable<Record> after(String horizon, UUID application, String form, RegionRelation by) {
        String column = by == RegionRelation.REGISTERED_IN ? "registered_in" : "resides_in";
        return scoped.read(READER, dsl -> dsl.fetch("select now.horizon::text as horizon, s.{0} as region, coalesce(s.xact < now.horizon, true) as settled,"
                        + " count(s.id) as done, count(s.id) filter (where s.asked = 0) as not_asked"
                        + " from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) now"
                        + " left join published.form_submission s on s.application = {1} and s.form = {2} and s.xact >= {3}::text::xid8"
                        + " group by 1, 2, 3",
                DSL.name(column), DSL.val(application), DSL.val(form), DSL.val(horizon)));
    }
}

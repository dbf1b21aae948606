package org.hutong.access;

import java.time.Instant;
import java.util.List;

import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/**
 * What waits with a post, as one module knows it. Modules above implement it, so that whoever hands a post over sees all of it on one
 * screen without {@code access} knowing any of them.
 */
public interface PostWork {

    /**
     * What waits, in the order in which it should be read; nothing for a post that has nothing to do with the module.
     *
     * @param holder the post as its holder acts in it; whoever looks may be somebody else (an administrator, the successor), so that
     *               nothing here names a resident
     */
    List<Waiting> waitingWith(Actor.Officer holder);

    /**
     * One kind of work.
     *
     * @param name  what it is called on screens (草稿, 任务)
     * @param count how many there are
     * @param path  where all of them are, an address within the officer's app, beginning with a slash; null where there is no such list
     * @param items the first of them, at most {@value #MOST}; empty where only the number can be told
     */
    record Waiting(Localised name, long count, @Nullable String path, List<Item> items) {
    }

    /**
     * One of them.
     *
     * @param path  address within the officer's app, beginning with a slash
     * @param since when it was published or last saved, which tells it from another with the same title
     */
    record Item(Localised title, String path, Instant since) {
    }

    /** So many items of one kind are told at most. */
    int MOST = 20;
}

package org.hutong.access;

import java.util.List;

import org.hutong.kernel.Localised;

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
     * @param items the first of them, at most {@value #MOST}; may be empty where only the number can be told
     */
    record Waiting(Localised name, long count, List<Item> items) {
    }

    /** @param path address within the officer's app, beginning with a slash */
    record Item(Localised title, String path) {
    }

    /** So many items of one kind are told at most. */
    int MOST = 20;
}

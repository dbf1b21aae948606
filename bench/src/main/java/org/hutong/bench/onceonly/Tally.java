package org.hutong.bench.onceonly;

/** What was counted while the forms were filled. */
final class Tally {
    int submissions;
    int questions;
    int asked;
    int own;
    int reused;
    int derived;
    int confirmed;
    int contested;
    int corrected;
    /** What was asked or to be confirmed because it was too old. */
    int expired;
    int repeated;
    /** What was taken as known although nobody had told it. */
    int unfounded;

    void add(Tally other) {
        submissions += other.submissions;
        questions += other.questions;
        asked += other.asked;
        own += other.own;
        reused += other.reused;
        derived += other.derived;
        confirmed += other.confirmed;
        contested += other.contested;
        corrected += other.corrected;
        expired += other.expired;
        repeated += other.repeated;
        unfounded += other.unfounded;
    }
}

package org.hutong.access;

/** What a post may do. Administrators see no residents' data; auditors see the journal only; stewards keep the catalogue. */
public enum Role {
    /** Sets up and publishes applications, watches their progress. */
    OFFICER,
    /** Visits, calls, fills in on behalf. */
    WORKER,
    /** Data elements, code lists, quality, duplicates. */
    STEWARD,
    /** Accounts, posts, health; no residents' data. */
    ADMINISTRATOR,
    /** The access journal; no residents' data. */
    AUDITOR
}

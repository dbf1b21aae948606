package org.hutong.catalogue;

/** How an element is protected. */
public enum Protection {
    /** Plain, shown within the scope. */
    OPEN,
    /** Plain in the database so that audiences can use ranges; masked or absent outside scope and purpose. */
    RESTRICTED,
    /** AES-256-GCM by field under a key per subject; equality by blind index only. */
    ENCRYPTED
}

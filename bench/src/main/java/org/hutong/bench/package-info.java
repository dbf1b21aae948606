/**
 * Tools that measure and torment a real server from outside: speed, kills under load, the once-only figure.
 *
 * <p>Neighbours: may use everything; nothing uses it. Never belongs here: anything the server needs.
 */
package org.hutong.bench;

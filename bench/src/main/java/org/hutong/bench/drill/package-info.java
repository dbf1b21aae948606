/**
 * Drills: a real server is killed under load, and a checker that outlives it looks whether a promise was broken.
 *
 * <p>Neighbours: postgres for the way into the embedded database; the server only over HTTP and as a process. Never belongs here: speed.
 */
package org.hutong.bench.drill;

/**
 * The once-only figure: real forms are filled one after another by invented households over HTTP, and a model of its own judges whether a
 * question was asked that had been answered.
 *
 * <p>Neighbours: the town, to know whom the demo knows; the server only over HTTP and as a process. Never belongs here: the server's own
 * idea of what it knows.
 */
package org.hutong.bench.onceonly;

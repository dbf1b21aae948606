/**
 * How fast the server is: each path is measured through HTTP on the real server, and in the same run the limit, a loop of the driver over the
 * same SQL. Machines are noisy, so a figure counts as a ratio of the two.
 */
package org.hutong.bench.speed;

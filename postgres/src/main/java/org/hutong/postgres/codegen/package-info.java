/**
 * The build's own step: jOOQ classes from a real database.
 *
 * <p>Neighbours: only the build of the schema module runs it. Never belongs here: anything that runs on a server.
 */
package org.hutong.postgres.codegen;

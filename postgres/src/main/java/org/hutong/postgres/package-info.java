/**
 * A PostgreSQL that comes with Hutong, and the migration of its schema.
 *
 * <p>Neighbours: schema, server and bench use it. Never belongs here: anything that knows a table by name.
 */
package org.hutong.postgres;

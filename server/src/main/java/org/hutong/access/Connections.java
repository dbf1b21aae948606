package org.hutong.access;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Runs readings on the connection of the running transaction, or on one of the pool for the moment. Without settings: see {@link Scoped}. */
@Component
class Connections {
    private final DataSource pool;
    private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();

    Connections(DataSource pool) {
        this.pool = pool;
    }

    /** @throws DataAccessException as from any other query of this server */
    <T> T read(Reading<T> reading) {
        Connection connection = DataSourceUtils.getConnection(pool);
        try {
            return reading.on(connection);
        } catch (SQLException e) {
            DataAccessException translated = translator.translate("reading", reading.toString(), e);
            throw translated != null ? translated : new org.springframework.jdbc.UncategorizedSQLException("reading", reading.toString(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }
}

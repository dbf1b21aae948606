package org.hutong.postgres;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/** A database address together with one role's name and password. */
public record Login(String url, String user, String password) {

    /** The same role on another database of the same server. */
    public Login on(String database) {
        int query = url.indexOf('?');
        String address = query < 0 ? url : url.substring(0, query);
        String rest = query < 0 ? "" : url.substring(query);
        return new Login(address.substring(0, address.lastIndexOf('/') + 1) + database + rest, user, password);
    }

    /** A data source without a pool: each connection is opened anew. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /** Leaves the password out: records end up in logs. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}

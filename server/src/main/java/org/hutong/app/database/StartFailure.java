package org.hutong.app.database;

import org.hutong.postgres.PostgresFailure;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the database in one line, where a start would otherwise end in a hundred lines of beans that wanted it. */
class StartFailure extends AbstractFailureAnalyzer<PostgresFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PostgresFailure cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}

package org.hutong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SweeperTest {
    @Autowired
    private Sweeper sweeper;
    @Autowired
    private PhoneCodes codes;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestClock clock;
    @Autowired
    private TestDatabase database;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private long rows(String table) {
        return (long) database.everything().fetchValue("select count(*) from " + table);
    }

    @Test
    void whatIsOverGoesAndWhatLivesStays() {
        // Other tests sign in on other days, with sessions that live longer than those of this one.
        List.of("access.officer_session", "access.phone_code").forEach(table -> database.everything().execute("delete from " + table));
        signIns.officer("320613002000", "health");
        codes.make(Invented.phone());
        clock.moveOn(Duration.ofDays(2));
        Browser alive = signIns.officer("320613002000", "health");
        codes.make(Invented.phone());
        assertThat(sweeper.sweep()).isGreaterThanOrEqualTo(2);
        assertThat(rows("access.officer_session")).isEqualTo(1);
        assertThat(rows("access.phone_code")).isEqualTo(1);
        assertThat(alive.get("/api/officer/session").status()).isEqualTo(200);
    }
}

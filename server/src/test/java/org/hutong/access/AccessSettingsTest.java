package org.hutong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

class AccessSettingsTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(AccessSettings.class)
    static class Settings {
    }

    @Test
    void theDefaultsAreSafe() {
        context.run(started -> {
            AccessSettings settings = started.getBean(AccessSettings.class);
            assertThat(settings.officerIdle()).isEqualTo(Duration.ofHours(1));
            assertThat(settings.officerLongest()).isEqualTo(Duration.ofHours(12));
            assertThat(settings.residentIdle()).isEqualTo(Duration.ofHours(1));
            assertThat(settings.residentLongest()).isEqualTo(Duration.ofDays(1));
            assertThat(settings.sessionCache()).isEqualTo(Duration.ofSeconds(2));
            assertThat(settings.codeLife()).isEqualTo(Duration.ofMinutes(5));
            assertThat(settings.codeTries()).isEqualTo(5);
            assertThat(settings.codesPerPhone()).isEqualTo(6);
            assertThat(settings.triesPerLogin()).isEqualTo(10);
            assertThat(settings.evenTime()).isEqualTo(Duration.ofMillis(400));
            assertThat(settings.argon2AtOnce()).isEqualTo(2);
        });
    }

    @Test
    void whatMakesNoSenseStopsTheStart() {
        context.withPropertyValues("hutong.access.code-tries=0").run(started -> assertThat(started).hasFailed());
        context.withPropertyValues("hutong.access.argon2-at-once=1000").run(started -> assertThat(started).hasFailed());
    }
}

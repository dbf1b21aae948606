package org.hutong.resource;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Live counts over all persons.
 *
 * @param inMemoryFrom persons on file from which on counts are kept in memory; below, SQL is as quick and costs no memory
 * @param memory       what the columns kept for counts may take at most; those not used for longest make room
 * @param follow       how often committed changes are looked for, at most a second
 */
@ConfigurationProperties("hutong.count")
public record CountSettings(@DefaultValue("50000") int inMemoryFrom, @DefaultValue("512MB") DataSize memory, @DefaultValue("500ms") Duration follow) {

    public CountSettings {
        if (inMemoryFrom < 0 || memory.toMegabytes() < 1 || follow.compareTo(Duration.ofMillis(10)) < 0 || follow.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("hutong.count: in-memory-from at least 0, memory at least 1MB, follow between 10ms and 1s");
        }
    }
}

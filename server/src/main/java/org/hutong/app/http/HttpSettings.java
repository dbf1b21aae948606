package org.hutong.app.http;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the HTTP side, below {@code hutong.http}.
 *
 * @param maxBody   the largest request body; a manifest with 300 questions has about 200 kB
 * @param maxUpload the largest body of an upload; it is held in memory, so that no photo lies on a disk unsealed
 */
@Validated
@ConfigurationProperties("hutong.http")
record HttpSettings(@NotNull @DefaultValue("1MB") DataSize maxBody, @NotNull @DefaultValue("8MB") DataSize maxUpload) {
}

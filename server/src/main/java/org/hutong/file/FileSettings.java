package org.hutong.file;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code file}, below {@code hutong.file}.
 *
 * @param longestSide     pictures are scaled down to so many pixels
 * @param mostPixels      a picture with more is refused before it is decoded
 * @param mostPages       a PDF with more is refused
 * @param perDay          uploads for one person in a day
 * @param perPerson       kept for one person in all
 * @param unreferenced    how long an upload lives that nothing refers to
 * @param inDraft         how long one lives that a draft refers to, from the last time it was saved
 * @param atOnce          pictures decoded at the same time; each takes up to a core and some 150 MB
 */
@Validated
@ConfigurationProperties("hutong.file")
public record FileSettings(
        @Min(400) @Max(4000) @DefaultValue("1600") int longestSide,
        @Min(1_000_000) @DefaultValue("30000000") long mostPixels,
        @Min(1) @DefaultValue("30") int mostPages,
        @Min(1) @Max(1000) @DefaultValue("40") int perDay,
        @NotNull @DefaultValue("100MB") DataSize perPerson,
        @NotNull @DefaultValue("7d") Duration unreferenced,
        @NotNull @DefaultValue("90d") Duration inDraft,
        @Min(1) @Max(64) @DefaultValue("2") int atOnce) {
}

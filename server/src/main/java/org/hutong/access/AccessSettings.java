package org.hutong.access;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code access}, below {@code hutong.access}.
 *
 * @param secretFile         32 random bytes in base64, readable by the server only; made at the first start. Two nodes on one database
 *                           need the same file. Null: a secret for this run only, which is right for tests
 * @param officerIdle        signed out after so long without a request
 * @param officerLongest     signed out after so long in any case
 * @param residentIdle       as above, for residents
 * @param residentLongest    as above, for residents
 * @param sessionCache       how long a node may go on with a session that another node has ended
 * @param codeLife           how long a phone code is valid
 * @param codeTries          wrong tries that end a phone code
 * @param codesPerPhone      codes sent to one phone in an hour
 * @param codesPerAddress    codes asked for from one network address in an hour; a community's office shares one
 * @param triesPerLogin      passwords tried for one login in a quarter of an hour
 * @param triesPerAddress    passwords or codes tried from one network address in a quarter of an hour
 * @param triesPerIdNumber   sign-ins tried with one ID number in an hour
 * @param evenTime           residents' sign-in answers after a multiple of this, so that its time tells nothing
 * @param argon2AtOnce       passwords hashed at the same time; each takes 19 MiB and about a tenth of a second of one core
 */
@Validated
@ConfigurationProperties("hutong.access")
public record AccessSettings(
        @Nullable Path secretFile,
        @NotNull @DefaultValue("60m") Duration officerIdle,
        @NotNull @DefaultValue("12h") Duration officerLongest,
        @NotNull @DefaultValue("60m") Duration residentIdle,
        @NotNull @DefaultValue("24h") Duration residentLongest,
        @NotNull @DefaultValue("2s") Duration sessionCache,
        @NotNull @DefaultValue("5m") Duration codeLife,
        @Min(1) @Max(10) @DefaultValue("5") int codeTries,
        @Min(1) @DefaultValue("6") int codesPerPhone,
        @Min(1) @DefaultValue("300") int codesPerAddress,
        @Min(1) @DefaultValue("10") int triesPerLogin,
        @Min(1) @DefaultValue("200") int triesPerAddress,
        @Min(1) @DefaultValue("20") int triesPerIdNumber,
        @NotNull @DefaultValue("400ms") Duration evenTime,
        @Min(1) @Max(64) @DefaultValue("2") int argon2AtOnce) {
}

package org.hutong.access;

import java.net.HttpCookie;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Invented;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Signs officers and residents of a test in, without passwords and codes.
 *
 * <pre>{@code
 * Browser street = signIns.officer("320613002000", "health", Role.OFFICER);
 * Browser nobody = signIns.nobody();
 * Browser mother = signIns.resident(person);
 * }</pre>
 */
@Component
public class SignIns {
    private final AccountStore accounts;
    private final PostStore posts;
    private final HoldingStore holdings;
    private final OfficerSessionStore officerSessions;
    private final ResidentSessionStore residentSessions;
    private final ResidentDirectory directory;
    private final Environment environment;
    private final Clock clock;

    SignIns(AccountStore accounts, PostStore posts, HoldingStore holdings, OfficerSessionStore officerSessions, ResidentSessionStore residentSessions,
            ResidentDirectory directory, Environment environment, Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.holdings = holdings;
        this.officerSessions = officerSessions;
        this.residentSessions = residentSessions;
        this.directory = directory;
        this.environment = environment;
        this.clock = clock;
    }

    /** A browser in which nobody is signed in. */
    public Browser nobody() {
        return new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** A new account with one new post in a region (2 to 15 digits), signed in; without roles given, an {@link Role#OFFICER}. */
    public Browser officer(String region, String department, Role... roles) {
        return as(actor(region, department, roles));
    }

    /** A new account with one new post, to act as below HTTP. */
    public Actor.Officer actor(String region, String department, Role... roles) {
        UUID account = UUID.randomUUID();
        UUID post = UUID.randomUUID();
        Set<Role> set = roles.length == 0 ? EnumSet.of(Role.OFFICER) : EnumSet.copyOf(Arrays.asList(roles));
        RegionCode code = RegionCode.of(region);
        accounts.insert(account, "test-" + account, "测试", "no password", code, false, clock.instant());
        posts.insert(new Accounts.NewPost(post, Localised.of("岗位", "Post"), code, department, set));
        holdings.insert(new Holding(Uuid7.next(), account, post, LocalDate.of(2000, 1, 1), null, false, null));
        return new Actor.Officer(account, "测试", post, "岗位", code, department, Set.copyOf(set));
    }

    /** An account that is signed in and has chosen no post yet. */
    public Browser accountWithoutPost() {
        Actor.Officer officer = actor("320613002000", "health");
        String token = Tokens.next();
        Instant now = clock.instant();
        officerSessions.insert(Tokens.hash(token), officer.account(), Optional.empty(), now, now.plusSeconds(3600));
        return with("hutong_officer", token);
    }

    /** The browser of an officer made by {@link #actor}. */
    public Browser as(Actor.Officer officer) {
        String token = Tokens.next();
        Instant now = clock.instant();
        officerSessions.insert(Tokens.hash(token), officer.account(), Optional.of(officer.post()), now, now.plusSeconds(3600));
        return with("hutong_officer", token);
    }

    /** The browser of a person on file, with the wards the data resource knows. */
    public Browser resident(SubjectId person) {
        return as(directory.again(new Actor.Resident(person, false, List.of())).orElseThrow());
    }

    /** Somebody who is not on file and has just begun, living in a community of the demo street. */
    public Browser newcomer() {
        return as(directory.newcomer(Invented.name(), Invented.phone(), null, RegionCode.of("320613002001")));
    }

    /** Somebody who signs in with a name and a phone that was proven: begins, or goes on where the same two began. */
    public Browser newcomer(String name, String phone) {
        return as(directory.newcomer(name, phone, null, RegionCode.of("320613002001")));
    }

    /** Somebody who has just begun and did not say where he or she lives. */
    public Browser unplaced() {
        return as(directory.newcomer(Invented.name(), Invented.phone(), null, null));
    }

    public Browser as(Actor.Resident resident) {
        String token = resident.person().home() + "." + Tokens.next();
        Instant now = clock.instant();
        residentSessions.insert(Tokens.hash(token), resident, now, now.plusSeconds(3600));
        return with("hutong_resident", token);
    }

    private Browser with(String name, String token) {
        Browser browser = nobody();
        HttpCookie cookie = new HttpCookie(name, token);
        // As a cookie manager names a host without dots, so that a cookie of the server takes the place of this one.
        cookie.setDomain("localhost.local");
        cookie.setPath("/");
        cookie.setVersion(0);
        cookie.setHttpOnly(true);
        browser.cookies().getCookieStore().add(URI.create(browser.origin()), cookie);
        return browser;
    }
}

package org.hutong.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.hutong.access.Allowances.Limit;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Residents' sign-in by phone code, and their sessions.
 *
 * <p>Nothing hints whether an ID number, a name or a phone is on file: a code is sent to any phone; with a right code somebody whose
 * ID number, name and phone do not all agree with one person on file begins as a newcomer, whatever it is that does not agree; and
 * the answer leaves after a multiple of {@code hutong.access.even-time}.
 *
 * <p>A session is one indexed read, kept for {@code hutong.access.session-cache} (two seconds): so long at most does a session that
 * was ended on another node go on here. Whom a resident may act for is read with every request of whoever acts for anybody, so that a
 * mandate that was ended a moment ago, on whatever node, covers nothing any more. The token begins with the home of the person, where the session lies.
 */
@Component
public class ResidentSessions {
    private static final Duration HOUR = Duration.ofHours(1);
    private final ResidentSessionStore store;
    private final ResidentDirectory directory;
    private final PhoneCodes codes;
    private final PhoneMessages messages;
    private final Allowances allowances;
    private final AccessSettings settings;
    private final Clock clock;
    private final Limit codesPerPhone;
    private final Limit codesPerAddress;
    private final Limit triesPerAddress;
    private final Limit triesPerIdNumber;
    private final RecentSessions<Actor.Resident> recent;

    ResidentSessions(ResidentSessionStore store, ResidentDirectory directory, PhoneCodes codes, PhoneMessages messages, Allowances allowances,
            AccessSettings settings, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.codes = codes;
        this.messages = messages;
        this.allowances = allowances;
        this.settings = settings;
        this.clock = clock;
        this.codesPerPhone = new Limit("code-phone", settings.codesPerPhone(), HOUR);
        this.codesPerAddress = new Limit("code-address", settings.codesPerAddress(), HOUR);
        this.triesPerAddress = new Limit("resident-address", settings.triesPerAddress(), Duration.ofMinutes(15));
        this.triesPerIdNumber = new Limit("id-number", settings.triesPerIdNumber(), HOUR);
        this.recent = new RecentSessions<>(settings.sessionCache(), 100_000, clock);
    }

    /**
     * Sends a code to any phone.
     *
     * @param phone   11 digits
     * @param address network address of the caller, null when the limits do not apply to it
     */
    public CodeRequest sendCode(String phone, Locale language, @Nullable String address) {
        if (address != null) {
            Optional<Duration> wait = allowances.take(codesPerAddress, address).or(() -> allowances.take(codesPerPhone, phone));
            if (wait.isPresent()) {
                return new CodeRequest.TooMany(wait.get());
            }
        }
        String code = codes.make(phone);
        long minutes = settings.codeLife().toMinutes();
        String text = "en".equals(language.getLanguage())
                ? "[Hutong] Your code is %s, valid for %d minutes. Never tell it to anybody, whoever asks.".formatted(code, minutes)
                : "【互通】验证码 %s，%d 分钟内有效。请勿告诉任何人，工作人员也不会向您索取。".formatted(code, minutes);
        return messages.send(phone, text) ? new CodeRequest.Sent(settings.codeLife()) : new CodeRequest.NoChannel();
    }

    /** What a resident types to sign in. {@code idNumber} as 18 checked characters or null, {@code phone} as 11 digits. */
    public record Claim(@Nullable String idNumber, String name, String phone, String code, @Nullable RegionCode region) {
        @Override
        public String toString() {
            return "Claim[hidden]";
        }
    }

    /** @param address network address of the caller, null when the limits do not apply to it */
    public ResidentSignIn signIn(Claim claim, @Nullable String address) {
        long start = System.nanoTime();
        if (address != null) {
            Optional<Duration> wait = allowances.take(triesPerAddress, address)
                    .or(() -> claim.idNumber() == null ? Optional.empty() : allowances.take(triesPerIdNumber, claim.idNumber()));
            if (wait.isPresent()) {
                return new ResidentSignIn.TooManyTries(wait.get());
            }
        }
        if (!codes.spend(claim.phone(), claim.code())) {
            return new ResidentSignIn.CodeNotRight();
        }
        try {
            return open(Optional.ofNullable(claim.idNumber()).flatMap(number -> directory.known(number, claim.name(), claim.phone()))
                    .orElseGet(() -> directory.newcomer(claim.name(), claim.phone(), claim.idNumber(), claim.region())));
        } finally {
            evenOut(start);
        }
    }

    private ResidentSignIn open(Actor.Resident resident) {
        String token = resident.person().home() + "." + Tokens.next();
        Instant now = clock.instant();
        store.insert(Tokens.hash(token), resident, now, now.plus(settings.residentLongest()));
        return new ResidentSignIn.SignedIn(token, resident);
    }

    /** Finding a known person and beginning a newcomer's file take different times; the caller must not see which it was. */
    private void evenOut(long start) {
        long step = settings.evenTime().toNanos();
        if (step <= 0) {
            return;
        }
        long spent = System.nanoTime() - start;
        try {
            Thread.sleep(Duration.ofNanos(step - spent % step));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public Optional<Actor.Resident> find(String token) {
        byte[] hash = Tokens.hash(token);
        Optional<Actor.Resident> known = recent.find(hash);
        if (known.isPresent()) {
            return known.get().represents() ? known.flatMap(directory::again) : known;
        }
        Instant now = clock.instant();
        return home(token).flatMap(home -> store.find(home, hash, now, now.minus(settings.residentIdle()))).flatMap(stored -> {
            Optional<Actor.Resident> resident = Optional.of(stored.resident());
            boolean due = stored.seenAt().isBefore(now.minus(settings.residentIdle().dividedBy(12)));
            if (due || stored.represents()) {
                resident = directory.again(stored.resident());
            }
            if (due || resident.isEmpty()) {
                resident.ifPresentOrElse(today -> store.seen(hash, today, now), () -> store.delete(stored.resident().person().home(), hash));
            }
            resident.ifPresent(found -> recent.put(hash, found));
            return resident;
        });
    }

    /** The person may act for somebody new: sessions learn of it with their next request, on other nodes within the cache's time. */
    public void represents(SubjectId person) {
        store.represents(person);
        recent.forgetAll();
    }

    public ResidentDirectory.Greeting greeting(Actor.Resident resident) {
        return directory.greeting(resident);
    }

    public void end(String token) {
        byte[] hash = Tokens.hash(token);
        home(token).ifPresent(home -> store.delete(home, hash));
        recent.forget(hash);
    }

    int sweep() {
        Instant now = clock.instant();
        return store.sweep(now, now.minus(settings.residentIdle()));
    }

    private static Optional<Integer> home(String token) {
        int dot = token.indexOf('.');
        return dot >= 1 && dot <= 6 && token.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Integer.valueOf(token.substring(0, dot))) : Optional.empty();
    }
}

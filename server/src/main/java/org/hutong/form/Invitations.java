package org.hutong.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.form.paper.PosterDrawing;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.manifest.Application;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Component;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.ShortLink;
import org.hutong.region.Regions;
import org.jspecify.annotations.Nullable;

/**
 * 发给居民: the short link of an application, what stands on its poster, and what somebody sees who follows it. A link says what is asked and by
 * whom; it says nothing about anybody and lets nobody in.
 */
@org.springframework.stereotype.Component
public class Invitations {
    private final Applications applications;
    private final Regions regions;
    private final BusinessDay day;

    Invitations(Applications applications, Regions regions, BusinessDay day) {
        this.applications = applications;
        this.regions = regions;
        this.day = day;
    }

    /** Whether residents can answer today. */
    public enum State {
        OPEN,
        EARLY,
        OVER
    }

    /**
     * @param code   of the short link
     * @param region whose people are invited here: the officer's own, or the application's where that is smaller
     * @param phone  what people there call for help
     */
    public record Sent(String code, Localised region, @Nullable String phone, Manifest manifest) {
    }

    /** What a link leads to. @param form the first form, null for an application that only tells something */
    public record Received(UUID application, @Nullable String form, Localised title, Localised summary, Localised region, Localised purpose, State state,
            @Nullable LocalDate opens, @Nullable LocalDate closes, @Nullable String phone) {
    }

    /** Empty for what was never published or is not the officer's to see. */
    public Optional<Sent> of(Actor.Officer officer, UUID id) {
        return applications.find(officer, id).flatMap(application -> applications.published(application).map(published -> {
            RegionCode region = application.region().contains(officer.region()) ? officer.region() : application.region();
            return new Sent(ShortLink.of(id), regions.name(region), regions.phone(region).orElse(null), published.manifest());
        }));
    }

    /** Empty for a code of nothing that was ever published. */
    public Optional<Received> behind(String code) {
        return applications.linked(code).flatMap(application -> applications.published(application).map(published -> {
            Manifest manifest = published.manifest();
            LocalDate today = day.today();
            boolean over = application.state() == Application.State.CLOSED || manifest.closes() != null && today.isAfter(manifest.closes());
            State state = over ? State.OVER : manifest.isOpenOn(today) ? State.OPEN : State.EARLY;
            return new Received(application.id(), manifest.ofKind("form").stream().findFirst().map(Component::id).orElse(null), manifest.title(),
                    manifest.summary(), regions.name(application.region()), manifest.purpose().text(), state, manifest.opens(), manifest.closes(),
                    regions.phone(application.region()).orElse(null));
        }));
    }

    /** A poster as PDF. @param readers one language or two, the main one first */
    public byte[] poster(Sent sent, String link, List<Locale> readers) {
        return PosterDrawing.draw(readers.stream().map(reader -> words(sent, reader)).toList(), link);
    }

    private static PosterDrawing.Words words(Sent sent, Locale reader) {
        boolean english = "en".equals(reader.getLanguage());
        Manifest manifest = sent.manifest();
        String phone = sent.phone() == null ? "" : (english ? "Not online? Call " : "不方便上网，请打电话 ") + sent.phone();
        String until = manifest.closes() == null ? "" : english
                ? "Until " + manifest.closes().format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH))
                : manifest.closes().format(DateTimeFormatter.ofPattern("uuuu 年 M 月 d 日", Locale.CHINESE)) + "前";
        List<String> steps = english ? List.of("Scan with your phone. What is already known is not asked again.")
                : List.of("用手机扫码填写，已经知道的不再问您");
        return new PosterDrawing.Words(sent.region().in(reader), manifest.title().in(reader), manifest.summary().in(reader), steps, until, phone);
    }
}

package org.hutong.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.hutong.access.FirstAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the server in a terminal where to go, as whom, and what to try first. */
@Component
class Welcome {
    private static final int WIDTH = 78;
    private final DemoGuide guide;
    private final FirstAccount first;
    private final boolean demo;
    private final boolean wanted;
    private final String publicUrl;
    private final boolean secure;

    Welcome(DemoGuide guide, @Value("${hutong.demo:false}") boolean demo, FirstAccount first, @Value("${hutong.welcome:false}") boolean wanted,
            @Value("${hutong.public-url:}") String publicUrl, @Value("${server.ssl.key-store:}") String keyStore) {
        this.guide = guide;
        this.first = first;
        this.demo = demo;
        this.wanted = wanted;
        this.publicUrl = publicUrl;
        this.secure = !keyStore.isBlank();
    }

    @EventListener
    void whenReady(AvailabilityChangeEvent<ReadinessState> event) {
        if (wanted && event.getState() == ReadinessState.ACCEPTING_TRAFFIC && event.getSource() instanceof WebServerApplicationContext context) {
            String url = publicUrl.isBlank() ? (secure ? "https" : "http") + "://localhost:" + context.getWebServer().getPort() : publicUrl;
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(text(url, demo ? guide : null, first.path().orElse(null)));
        }
    }

    /** @param setup path of the first setup, null when the site has an account */
    static String text(String url, @Nullable DemoGuide guide, @Nullable String setup) {
        String line = "─".repeat(WIDTH);
        StringBuilder text = new StringBuilder("\n").append(line).append("\n  Hutong 互通 is ready.  open ").append(url).append("\n").append(line).append('\n');
        if (guide != null) {
            text.append("\n  Officers 工作人员    ").append(url).append("/officer/\n").append(accounts(guide.accounts()));
            text.append("\n  In the field 走访    ").append(url).append("/field/      on a phone, as grid.health or community.health\n");
            text.append("\n  Residents 居民      ").append(url).append("/resident/\n").append(personas(guide.personas()));
            text.append("""

                      One minute 一分钟上手
                       1  As street.health press 使用 at 流感疫苗接种摸底, look at the check, publish 发布.
                       2  In another window choose a resident above; the code comes up in the
                          message box on the sign-in page. Only what is unknown is asked.
                       3  Back at the officer's board one more is done, at all six levels.
                       4  As street.civil publish 高龄津贴资格认证: the same resident is asked one question.
                    """);
        }
        if (setup != null) {
            text.append("\n  There is no account yet. Make the first one here, it takes two minutes:\n  还没有账号，请打开这个链接做首次设置：\n\n    ")
                    .append(url).append(setup).append('\n');
        }
        return text.append("\n  Stop with Ctrl-C; the data stays. Start over with --fresh.\n").append(line).toString();
    }

    private static String accounts(List<DemoGuide.Account> accounts) {
        return accounts.stream().map(account -> "    " + pad(account.login(), 16) + pad(account.password(), 16) + account.region() + " " + account.title()
                + " " + account.name() + "\n").collect(Collectors.joining());
    }

    private static String personas(List<DemoGuide.Persona> personas) {
        return personas.stream().map(persona -> "    " + pad(persona.name(), 10) + pad(persona.idNumber(), 20) + pad(persona.phone(), 13) + persona.note() + "\n")
                .collect(Collectors.joining());
    }

    /** A Chinese character is two columns wide in a terminal. */
    private static String pad(String text, int columns) {
        int width = text.codePoints().map(point -> point > 0x2E7F ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, columns - width));
    }
}

package org.hutong.outreach;

import java.util.Locale;

import org.hutong.audience.Audience;
import org.hutong.manifest.Component;
import org.hutong.manifest.ComponentKind;
import org.hutong.manifest.Findings;
import org.hutong.manifest.Manifest;
import org.hutong.problem.Problems;

/** The component that tells people something. */
@org.springframework.stereotype.Component
class NoticeKind implements ComponentKind {
    static final String KIND = "notice";

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void check(Component component, Manifest manifest, Findings findings) {
        String audience = component.text("audience");
        if (manifest.component(audience).filter(other -> other.kind().equals(Audience.KIND)).isEmpty()) {
            findings.error("audience-unknown", component.path() + "/audience", text("audience-unknown", Locale.CHINESE, audience),
                    text("audience-unknown", Locale.ENGLISH, audience));
        }
        for (String part : new String[] {"title", "text"}) {
            if (Manifest.localised(component.config().path(part)).en().isBlank()) {
                findings.warning("notice-english", component.path() + "/" + part, text("notice-english", Locale.CHINESE), text("notice-english", Locale.ENGLISH));
            }
        }
    }

    private static String text(String code, Locale locale, Object... args) {
        return Problems.fault(code, locale, args);
    }
}

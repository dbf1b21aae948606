package org.hutong.audience;

import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.manifest.Application;
import org.hutong.manifest.Applications;
import org.hutong.manifest.CheckedManifest;
import org.hutong.manifest.Finding;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.Severity;
import org.springframework.stereotype.Component;

/** The check that an officer runs while designing: what is wrong, and what need not be asked. */
@Component
public class DesignCheck {

    /** The findings, or why there are none. */
    public sealed interface Result permits CheckedApplication, NotFound, NotOwned {
    }

    /** There is none, or none that this officer may know of. */
    public record NotFound() implements Result {
    }

    /** Only those who may change an application check it. */
    public record NotOwned() implements Result {
    }

    private final Applications applications;
    private final OnceOnlyCheck onceOnly;

    DesignCheck(Applications applications, OnceOnlyCheck onceOnly) {
        this.applications = applications;
        this.onceOnly = onceOnly;
    }

    public Result of(Actor.Officer officer, UUID id) {
        Optional<Application> application = applications.find(officer, id);
        if (application.isEmpty()) {
            return new NotFound();
        }
        Optional<CheckedManifest> checked = applications.check(officer, application.get());
        if (checked.isEmpty()) {
            return new NotOwned();
        }
        CheckedManifest found = checked.get();
        return new CheckedApplication(found.findings(), found.manifest().filter(manifest -> isCountable(manifest, found))
                .map(manifest -> onceOnly.of(id, manifest)));
    }

    /** People can be counted when the region and every audience are in order, whatever else is still wrong. */
    private static boolean isCountable(Manifest manifest, CheckedManifest checked) {
        return checked.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).map(Finding::path)
                .noneMatch(path -> path.equals("/region") || manifest.ofKind(Audience.KIND).stream().anyMatch(one -> path.startsWith(one.path() + "/")));
    }
}

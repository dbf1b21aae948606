package org.hutong.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hutong.audience.Audiences;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Component;
import org.hutong.manifest.PublishedManifest;

/** The forms of published applications, each made ready once per version. */
@org.springframework.stereotype.Component
class Forms {
    private final Applications applications;
    private final Audiences audiences;
    private final Catalogue catalogue;
    private final Cache<Key, Form> ready = Caffeine.newBuilder().maximumSize(2_000).expireAfterAccess(1, TimeUnit.HOURS).build();

    /** Whatever a ready form depends on: a published version never changes, the catalogue does. */
    private record Key(UUID application, int version, String form, long catalogue) {
    }

    Forms(Applications applications, Audiences audiences, Catalogue catalogue) {
        this.applications = applications;
        this.audiences = audiences;
        this.catalogue = catalogue;
    }

    /** The version in force of a form of an application that runs. */
    Optional<Form> running(UUID application, String form) {
        return applications.running(application).flatMap(published -> published.manifest().component(form)
                .filter(component -> component.kind().equals(FormKind.KIND)).map(component -> ready(published, component)));
    }

    /** A form as it was in some version. */
    Optional<Form> version(UUID application, int version, String form) {
        return applications.version(application, version).flatMap(published -> published.manifest().component(form)
                .filter(component -> component.kind().equals(FormKind.KIND)).map(component -> ready(published, component)));
    }

    /** All forms of some versions. */
    List<Form> of(Collection<PublishedManifest> versions) {
        List<Form> forms = new ArrayList<>();
        for (PublishedManifest published : versions) {
            published.manifest().ofKind(FormKind.KIND).forEach(component -> forms.add(ready(published, component)));
        }
        return forms;
    }

    /** What is asked in place of an element that is always worked out. */
    Optional<DataElement> sourceOf(DataElement virtual) {
        return Form.stored(virtual, catalogue).flatMap(catalogue::element);
    }

    private Form ready(PublishedManifest published, Component component) {
        return ready.get(new Key(published.application(), published.version(), component.id(), catalogue.revision()),
                key -> new Form(published, component, audiences.of(published, component), catalogue));
    }
}

package org.hutong.manifest.web;

import java.util.List;

import org.hutong.access.AllowOfficer;
import org.hutong.kernel.Localised;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Component;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The templates that an officer can begin with. */
@RestController
class TemplateController {

    record TemplateItem(String id, Localised title, Localised summary, String department, List<String> components, int questions) {
    }

    private final Templates templates;
    private final Applications applications;

    TemplateController(Templates templates, Applications applications) {
        this.templates = templates;
        this.applications = applications;
    }

    @AllowOfficer
    @GetMapping("/api/templates")
    List<TemplateItem> templates() {
        return templates.all().stream().map(template -> {
            Manifest manifest = template.manifest();
            int questions = applications.asked(manifest).values().stream().mapToInt(List::size).sum();
            return new TemplateItem(template.id(), manifest.title(), manifest.summary(), manifest.department(),
                    manifest.components().stream().map(Component::kind).toList(), questions);
        }).toList();
    }
}

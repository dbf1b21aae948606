package org.hutong.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The templates that ship, in the order of their ids. */
@Component
public class Templates {
    private final List<Template> all;

    Templates() {
        JsonMapper json = JsonMapper.shared();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:/templates/*.json");
            this.all = Stream.of(files).map(file -> read(json, file)).sorted(Comparator.comparing(Template::id)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template read(JsonMapper json, Resource file) {
        try (InputStream in = file.getInputStream()) {
            Manifest manifest = Manifest.read(json.readTree(in));
            return new Template(manifest.template(), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Template> all() {
        return all;
    }

    public Optional<Template> find(String id) {
        return all.stream().filter(template -> template.id().equals(id)).findFirst();
    }
}

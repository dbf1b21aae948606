package org.hutong.mydata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;

/** The order in which people look at their data. */
record Topics(List<Topic> all) {

    /** Some elements under one heading; {@code household.*} is every element of a type, {@code *} all the rest. */
    record Topic(Localised name, Set<String> elements) {
        boolean has(ElementCode element) {
            return elements.contains(element.code()) || elements.contains(element.resourceType() + ".*") || elements.contains("*");
        }
    }

    /** Reads the topics that ship. @throws UncheckedIOException when they are missing, which is a fault of the build */
    static Topics shipped() {
        try (InputStream in = Topics.class.getResourceAsStream("/mydata/topics.tsv")) {
            if (in == null) {
                throw new IOException("missing: mydata/topics.tsv");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.readLine();
            List<Topic> topics = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t");
                topics.add(new Topic(Localised.of(cells[0], cells[1]), Set.of(cells[2].split(" "))));
            }
            return new Topics(List.copyOf(topics));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first topic that has the element. */
    Topic of(ElementCode element) {
        return all.stream().filter(topic -> topic.has(element)).findFirst().orElseThrow();
    }
}

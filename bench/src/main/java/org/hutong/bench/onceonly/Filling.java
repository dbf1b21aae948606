package org.hutong.bench.onceonly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.hutong.bench.drill.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills one form for one person as a patient resident would: answers what is asked, confirms what is old, leaves the rest. */
final class Filling {
    private final Known judge;
    private final Inventor inventor;
    private final Random random;
    private final boolean writeBack;
    private final List<String> complaints;
    private final Tally tally = new Tally();

    /** @param complaints gets a line for each question that should not have been asked */
    Filling(Known judge, Inventor inventor, Random random, boolean writeBack, List<String> complaints) {
        this.judge = judge;
        this.inventor = inventor;
        this.random = random;
        this.writeBack = writeBack;
        this.complaints = complaints;
    }

    Tally tally() {
        return tally;
    }

    /** @param correct an element whose register value this person objects to, when the form shows it; empty for none */
    void fill(PaperForm paper, String application, Person person, String correct) throws IOException {
        String address = "/api/resident/forms/" + application + "/ask";
        JsonNode opened = Caller.must(person.caller().get(address + person.query()), "opening " + paper.id() + " for " + person.key());
        if (!opened.path("submitted").isNull() && opened.has("submitted")) {
            throw new IOException(paper.id() + " was filled before for " + person.key());
        }
        ObjectNode body = Caller.object().put("version", opened.path("version").asInt());
        ObjectNode answers = body.putObject("answers");
        var confirmed = body.putArray("confirmed");
        ObjectNode seen = body.putObject("seen");
        Map<String, JsonNode> questions = new LinkedHashMap<>();
        opened.path("definition").path("pages").forEach(page -> page.path("questions").forEach(question -> questions.put(question.path("id").asString(), question)));
        JsonNode states = opened.path("states");
        Map<String, Integer> outcome = new HashMap<>();
        // What is shown only as long as something else is not answered comes after it.
        questions.values().stream().sorted((a, b) -> Boolean.compare(a.has("visible"), b.has("visible"))).forEach(question -> {
            String id = question.path("id").asString();
            JsonNode state = states.path(id);
            if (state.has("seen")) {
                seen.put(id, state.path("seen").asString());
            }
            String element = question.path("element").asString("");
            if (hidden(question, answers, states)) {
                founded(paper, person, question, element, "derives");
                count(outcome, "derived");
                return;
            }
            boolean objects = !correct.isEmpty() && element.equals(correct) && state.path("state").asString().equals("held");
            switch (objects ? "objects" : state.path("state").asString()) {
                case "unknown" -> {
                    judge(paper, person, question, element, "asks");
                    answers.set(id, answer(question, application, person));
                    count(outcome, "asked");
                    if (element.isEmpty() || question.path("reuse").asString("").equals("never")) {
                        tally.own++;
                    }
                }
                case "heldOld" -> {
                    judge(paper, person, question, element, "wants confirmed");
                    if (random.nextInt(4) > 0) {
                        confirmed.add(id);
                        count(outcome, "confirmed");
                    } else {
                        JsonNode answer = answer(question, application, person);
                        answers.set(id, answer);
                        // Saying again what stands there is confirming it.
                        count(outcome, answer.equals(state.path("value")) ? "confirmed" : "asked");
                    }
                }
                case "objects" -> {
                    answers.set(id, answer(question, application, person));
                    judge.dispute(person.subject(element), PaperManifest.elementOf(element));
                    count(outcome, "asked");
                    tally.corrected++;
                }
                case "contested" -> {
                    founded(paper, person, question, element, "reuses");
                    count(outcome, "reused");
                    tally.contested++;
                }
                case "held" -> {
                    founded(paper, person, question, element, "reuses");
                    count(outcome, "reused");
                }
                case "derived" -> {
                    founded(paper, person, question, element, "derives");
                    count(outcome, "derived");
                }
                default -> throw new IllegalStateException("state " + state);
            }
        });
        Map<String, String> headers = new HashMap<>(Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (!writeBack) {
            headers.put("Hutong-Write-Back", "off");
        }
        JsonNode receipt = Caller.must(person.caller().send("POST", address + "/submissions" + person.query(), body, headers), "submitting " + paper.id() + " for " + person.key());
        for (String kind : List.of("asked", "reused", "derived", "confirmed")) {
            if (receipt.path(kind).asInt() != outcome.getOrDefault(kind, 0)) {
                throw new IOException("the receipt of " + paper.id() + " for " + person.key() + " says " + kind + " " + receipt.path(kind).asInt() + ", but it was "
                        + outcome.getOrDefault(kind, 0));
            }
        }
        tally.submissions++;
        tally.questions += questions.size();
        tally.asked += outcome.getOrDefault("asked", 0);
        tally.reused += outcome.getOrDefault("reused", 0);
        tally.derived += outcome.getOrDefault("derived", 0);
        tally.confirmed += outcome.getOrDefault("confirmed", 0);
    }

    private static void count(Map<String, Integer> counts, String kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    /** The forms have no rules of their own: what is hidden is hidden because another answer gives it. */
    private static boolean hidden(JsonNode question, ObjectNode answers, JsonNode states) {
        for (JsonNode rule : question.path("visible").path("all")) {
            String other = rule.path("answer").asString("");
            if (answers.has(other) || !states.path(other).path("state").asString("unknown").equals("unknown")) {
                return true;
            }
        }
        return false;
    }

    /** Declarations and what belongs to one application only are asked each time by their nature. */
    private void judge(PaperForm paper, Person person, JsonNode question, String path, String what) {
        if (path.isEmpty() || question.path("reuse").asString("").equals("never")) {
            return;
        }
        String subject = person.subject(path);
        String element = PaperManifest.elementOf(path);
        Known.Verdict verdict = judge.judge(subject, element);
        if (!verdict.fair) {
            tally.repeated++;
            complain(paper, person, question, path, what, verdict);
        } else if (verdict == Known.Verdict.EXPIRED) {
            tally.expired++;
        }
        judge.tell(subject, element);
    }

    /** Not asking is only good when somebody has told: a server that asked nothing at all would never ask twice. */
    private void founded(PaperForm paper, Person person, JsonNode question, String path, String what) {
        Known.Verdict verdict = judge.judge(person.subject(path), PaperManifest.elementOf(path));
        if (verdict.fair) {
            tally.unfounded++;
            complain(paper, person, question, path, what, verdict);
        }
    }

    private void complain(PaperForm paper, Person person, JsonNode question, String path, String what, Known.Verdict verdict) {
        complaints.add("%s %s of %s \"%s\" (%s), which is %s".formatted(paper.id(), what, person.key(), question.path("label").path("zh").asString(), path,
                verdict.words));
    }

    /** A photo is sent first; its id is the answer. */
    private JsonNode answer(JsonNode question, String application, Person person) {
        if (question.path("kind").asString().equals("file")) {
            try {
                Map<String, String> fields = Map.of("application", application, "form", "ask", "question", question.path("id").asString());
                return Caller.must(person.caller().upload("/api/resident/files" + person.query(), fields, inventor.photo()), "sending a photo for " + person.key()).path("id");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String path = question.path("element").asString("");
        return inventor.value(PaperManifest.elementOf(path), question.path("kind").asString(), question.path("codeList").asString(""));
    }
}

package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.file.ExpiryForTests;
import org.hutong.file.Samples;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Files from the upload to the officer who reads them, and who may not. */
@ServerTest
@ScopeTestOf({"POST /api/resident/files", "GET /api/resident/files/{id}", "GET /api/officer/persons/{person}/files/{id}"})
class UploadFileTest {
    private static final String PHOTO = question("photo", "'kind':'file','accept':'photo','required':true");
    private static final String FACE = question("face", "'kind':'file','accept':'photo','element':'person.photo','required':true");
    private static final String SIGNATURE = question("sign", "'kind':'file','accept':'signature','required':true,'reuse':'never'");
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestDatabase database;
    @Autowired
    private TestClock clock;
    @Autowired
    private ExpiryForTests expiry;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private static Reply upload(Browser browser, Published published, String question, String name, byte[] file, String query) {
        return browser.upload("/api/resident/files" + query, Map.of("application", published.application().toString(), "form", "ask", "question", question), name, file);
    }

    private static String photo(Browser browser, Published published, String question) {
        Reply reply = upload(browser, published, question, "a.jpg", Samples.picture("jpg", 800, 600), "");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().path("id").asString();
    }

    @Test
    void aPhotoIsUploadedSubmittedAndReadAgain() {
        Published survey = scene.publish(PHOTO, SIGNATURE);
        SubjectId person = scene.person();
        Browser browser = scene.signIn(person);
        Reply taken = upload(browser, survey, "photo", "IMG.jpg", Samples.picture("jpg", 800, 600), "");
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(taken.json().path("mediaType").asString()).isEqualTo("image/jpeg");
        assertThat(taken.json().path("width").asInt()).isEqualTo(800);
        String photo = taken.json().path("id").asString();
        String sign = upload(browser, survey, "sign", "signature.png", Samples.signature(), "").json().path("id").asString();
        Reply receipt = scene.submit(browser, survey, Map.of("photo", photo, "sign", sign));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        JsonNode answers = browser.get("/api/resident/submissions/" + receipt.json().path("submission").asString()).json().path("answers");
        assertThat(answers.findValuesAsString("accept")).containsExactlyInAnyOrder("photo", "signature");
        var read = browser.download("/api/resident/files/" + photo);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(read.headers().map()).containsEntry("Content-Type", List.of("image/jpeg")).containsEntry("Cache-Control", List.of("private, no-store"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff")).containsEntry("Content-Disposition", List.of("inline; filename=\"photo.jpg\""));
        assertThat(read.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox").contains("default-src 'none'");
    }

    @Test
    void whatIsStoredIsNoiseWithoutThePersonsKey() {
        Published survey = scene.publish(PHOTO);
        String id = photo(scene.signIn(scene.person()), survey, "photo");
        byte[] stored = (byte[]) database.everything().fetchValue("select sealed from file.piece where attachment = ?", UUID.fromString(id));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
    }

    @Test
    void theOfficerOfThePlaceReadsItAndThePersonSeesThat() {
        Published survey = scene.publish(FACE);
        SubjectId person = scene.person();
        Browser browser = scene.signIn(person);
        String photo = photo(browser, survey, "face");
        Browser officer = signIns.as(survey.owner());
        String address = "/api/officer/persons/" + person + "/files/" + photo;
        assertThat(officer.get(address).status()).as("not before it is submitted").isEqualTo(404);
        assertThat(scene.submit(browser, survey, Map.of("face", photo)).status()).isEqualTo(201);
        assertThat(officer.get("/api/applications/" + survey.application() + "/submissions").json().toString()).contains(photo);
        assertThat(officer.download(address).statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/resident/data").text()).contains("查看提交的附件");
    }

    @Test
    void aHeldPhotoIsNotAskedAgain() {
        Published first = scene.publish(FACE);
        Browser browser = scene.signIn(scene.person());
        String photo = photo(browser, first, "face");
        scene.submit(browser, first, Map.of("face", photo));
        Published second = scene.publish(FACE);
        JsonNode state = browser.get(second.form()).json().path("states").path("face");
        assertThat(state.path("state").asString()).isEqualTo("held");
        assertThat(state.path("value").asString()).isEqualTo(photo);
        assertThat(scene.submit(browser, second, Map.of()).status()).isEqualTo(201);
    }

    @Test
    void outsideOfTheScopeThereIsNothing() {
        Published survey = scene.publish(FACE);
        SubjectId person = scene.person();
        Browser browser = scene.signIn(person);
        String photo = photo(browser, survey, "face");
        scene.submit(browser, survey, Map.of("face", photo));
        SubjectId other = scene.person();
        Browser stranger = scene.signIn(other);
        assertThat(stranger.get("/api/resident/files/" + photo).status()).isEqualTo(404);
        assertThat(stranger.get("/api/resident/files/" + photo + "?for=" + person).status()).isEqualTo(404);
        assertThat(upload(stranger, survey, "face", "a.jpg", Samples.picture("jpg", 100, 100), "?for=" + person).status()).isEqualTo(404);
        Browser elsewhere = signIns.officer("320613003000", "health");
        assertThat(elsewhere.get("/api/officer/persons/" + person + "/files/" + photo).status()).isEqualTo(404);
        assertThat(signIns.as(survey.owner()).get("/api/officer/persons/" + other + "/files/" + photo).status()).isEqualTo(404);
        assertThat(upload(scene.signIn(scene.person(RegionCode.of("320682001001"), Map.of())), survey, "face", "a.jpg", Samples.picture("jpg", 100, 100), "").status())
                .as("not for a form that is for others").isEqualTo(404);
        int seen = database.scoped().read(new org.hutong.access.Actor.Resident(other, false, List.of()), dsl -> dsl.fetchCount(org.hutong.schema.file.Tables.ATTACHMENT));
        assertThat(seen).as("row-level security").isZero();
    }

    @Test
    void aGuardianUploadsForAChild() {
        SubjectId child = scene.person(Map.of("person.birthDate", new org.hutong.kernel.Value.PartialDay(2018, 5, 1)));
        SubjectId mother = scene.person();
        scene.guardian(child, mother);
        Published survey = scene.publish(FACE);
        Browser browser = scene.signIn(mother);
        Reply taken = upload(browser, survey, "face", "a.jpg", Samples.picture("jpg", 100, 100), "?for=" + child);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        String id = taken.json().path("id").asString();
        assertThat(browser.download("/api/resident/files/" + id + "?for=" + child).statusCode()).isEqualTo(200);
        assertThat(browser.download("/api/resident/files/" + id).statusCode()).as("it is the child's").isEqualTo(404);
    }

    @Test
    void anAnswerHasToBeAFileOfThatPersonAndThatKind() {
        Published survey = scene.publish(PHOTO, SIGNATURE);
        Browser browser = scene.signIn(scene.person());
        String photo = photo(browser, survey, "photo");
        String sign = upload(browser, survey, "sign", "s.png", Samples.signature(), "").json().path("id").asString();
        String foreign = photo(scene.signIn(scene.person()), survey, "photo");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("photo", foreign, "sign", sign), Map.of("photo", sign, "sign", sign),
                Map.of("photo", UUID.randomUUID().toString(), "sign", sign))) {
            Reply reply = scene.submit(browser, survey, wrong);
            assertThat(reply.status()).as(wrong.toString()).isEqualTo(422);
            assertThat(reply.text()).contains("file-gone");
        }
        assertThat(scene.submit(browser, survey, Map.of("photo", photo, "sign", sign)).status()).isEqualTo(201);
    }

    @Test
    void anUnusedUploadGoesAwayAndADraftKeepsItAlive() {
        Published survey = scene.publish(PHOTO, question("other", "'kind':'file','accept':'photo','required':false"));
        Browser browser = scene.signIn(scene.person());
        String unused = photo(browser, survey, "photo");
        String inDraft = photo(browser, survey, "photo");
        assertThat(browser.put(survey.form() + "/draft", Map.of("version", 1, "answers", Map.of("photo", inDraft))).status()).isEqualTo(200);
        clock.moveOn(Duration.ofDays(8));
        expiry.removeExpired();
        assertThat(database.everything().fetchCount(org.hutong.schema.file.Tables.ATTACHMENT, org.hutong.schema.file.Tables.ATTACHMENT.ID.eq(UUID.fromString(unused)))).isZero();
        assertThat(database.everything().fetchCount(org.hutong.schema.file.Tables.PIECE, org.hutong.schema.file.Tables.PIECE.ATTACHMENT.eq(UUID.fromString(unused)))).isZero();
        assertThat(database.everything().fetchCount(org.hutong.schema.file.Tables.ATTACHMENT, org.hutong.schema.file.Tables.ATTACHMENT.ID.eq(UUID.fromString(inDraft)))).isOne();
    }

    @Test
    void ofTwoNodesOneRemovesWhatIsOver() {
        clock.moveOn(Duration.ofHours(3));
        expiry.removeExpired();
        long slots = (long) database.everything().fetchValue("select count(*) from file.slot");
        expiry.removeExpired();
        assertThat((long) database.everything().fetchValue("select count(*) from file.slot")).isEqualTo(slots);
    }

    @Test
    void theDailyLimitIsExactAlsoWhenManyComeAtOnce() throws Exception {
        Published survey = scene.publish(PHOTO);
        SubjectId person = scene.person();
        Browser browser = scene.signIn(person);
        byte[] small = Samples.picture("jpg", 40, 40);
        database.everything().execute("insert into file.attachment (home, id, subject, day, nth, accept, place, media_type, bytes, pieces, made_at, made_by, by_officer)"
                + " select ?, gen_random_uuid(), ?, ?, n, 'photo', 'ask/photo', 'image/jpeg', 1, 0, now(), 'test', false from generate_series(1, 37) n",
                person.home(), person.id(), java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai")));
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> replies = java.util.stream.IntStream.range(0, 8).mapToObj(i -> pool.submit(() -> {
                start.await();
                return upload(browser, survey, "photo", "a.jpg", small, "").status();
            })).toList();
            start.countDown();
            int taken = 0;
            for (Future<Integer> reply : replies) {
                assertThat(reply.get()).isIn(201, 429, 503);
                taken += reply.get() == 201 ? 1 : 0;
            }
            assertThat(taken).isLessThanOrEqualTo(3);
            while (upload(browser, survey, "photo", "a.jpg", small, "").status() == 201) {
                taken++;
            }
            assertThat(taken).isEqualTo(3);
        }
    }

    @Test
    void refusalsSayWhatToDoInBothLanguages() {
        Published survey = scene.publish(PHOTO);
        Browser browser = scene.signIn(scene.person());
        Reply reply = upload(browser, survey, "photo", "a.heic", Samples.heic(), "");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("file-unfit");
        assertThat(reply.json().path("errors").get(0).path("message").asString()).contains("JPEG");
        assertThat(upload(browser, survey, "nothing", "a.jpg", Samples.picture("jpg", 100, 100), "").status()).isEqualTo(404);
        assertThat(upload(browser, survey, "photo", "a.jpg", new byte[9_000_000], "").problem()).isEqualTo("body-too-large");
        assertThat(browser.send("POST", "/api/resident/files", "--x\r\nnonsense", Map.of("Content-Type", "multipart/form-data; boundary=x")).status()).isBetween(400, 422);
        assertThat(browser.post("/api/resident/files", "{}").status()).isEqualTo(415);
    }
}

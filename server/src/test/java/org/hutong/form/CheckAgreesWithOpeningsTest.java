package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.form.Question;
import org.hutong.kernel.form.QuestionState;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Standings;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What the officer is told would be known is what the form then shows, person by person, in the invented town. */
@ServerTest
@TestPropertySource(properties = {"hutong.demo=true", "hutong.town.persons=600"})
class CheckAgreesWithOpeningsTest {
    private static final Actor SYSTEM = new Actor.Background("test");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    @Autowired
    private FormScene scene;
    @Autowired
    private Townsfolk town;
    @Autowired
    private Scoped scoped;
    @Autowired
    private OpenForms forms;
    @Autowired
    private Standings standings;

    /** Everybody on file who lives in the province, some of whom were seen at the door long enough ago that region and street are old and the grid is not. */
    private List<SubjectId> people() {
        RegionCode grid = RegionCode.of("320613002001003");
        for (int i = 0; i < 20; i++) {
            SubjectId person = town.person(grid.at(5), LocalDate.of(1950 + i, 1, 2));
            town.state(person, SourceKind.OFFICER, Means.IN_PERSON, Instant.now().minus(Duration.ofDays(500)), Map.of("person.grid", new Value.Region(grid)));
        }
        return scoped.read(SYSTEM, dsl -> dsl.fetch("select home, id from resource.person where resides_in between 320000000000000 and 320999999999999"
                + " and merged_into is null and erased_at is null and death_date is null")
                .map(row -> new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class))));
    }

    @Test
    void everyQuestionStandsAsTheCheckCountsIt() {
        List<SubjectId> people = people();
        assertThat(people.size()).isGreaterThan(300);
        Published survey = scene.publishIn("320000000000", question("name", "'kind':'text','required':false,'element':'person.name'"),
                question("sex", "'kind':'code','required':false,'element':'person.sex','codeList':'gbt2261_1_sex'"),
                question("birth", "'kind':'partialDate','required':false,'element':'person.birthDate'"), question("age", "'kind':'integer','required':false,'element':'person.age'"),
                question("region", "'kind':'region','required':false,'element':'person.region'"), question("street", "'kind':'region','required':false,'element':'person.street'"),
                question("grid", "'kind':'region','required':false,'element':'person.grid'"), question("mobile", "'kind':'phone','required':false,'element':'person.mobile'"),
                question("address", "'kind':'text','required':false,'element':'person.address'"), question("size", "'kind':'integer','required':false,'element':'household.size'"),
                question("registered", "'kind':'integer','required':false,'element':'household.size','householdKind':'registered'"),
                question("guardianName", "'kind':'text','required':false,'element':'guardian/person.name'"),
                question("guardianAge", "'kind':'integer','required':false,'element':'guardian/person.age'"),
                question("guardianStreet", "'kind':'region','required':false,'element':'guardian/person.street'"));
        Map<ElementPath, long[]> shown = new HashMap<>();
        for (SubjectId person : people) {
            Optional<OpenedForm> opened = forms.open(Filling.by(new Actor.Resident(person, false, List.of()), person), survey.application(), "ask");
            PersonalForm form = opened.orElseThrow().form();
            form.known().forEach((id, known) -> {
                ElementPath path = form.form().definition().question(id).flatMap(Question::element).orElseThrow();
                shown.computeIfAbsent(path, key -> new long[QuestionState.values().length])[known.state().ordinal()]++;
            });
        }
        Standings.Picture picture = standings.of(Criterion.everybody(), RegionRelation.RESIDES_IN, RegionCode.of("320000000000"),
                LocalDate.now(ZONE), shown.keySet());
        assertThat(picture.looked()).isEqualTo(people.size());
        shown.forEach((path, states) -> assertThat(picture.byPath().get(path)).as(path.toString()).isEqualTo(new Standings.Count(
                states[QuestionState.HELD.ordinal()], states[QuestionState.HELD_OLD.ordinal()], states[QuestionState.CONTESTED.ordinal()],
                states[QuestionState.DERIVED.ordinal()], states[QuestionState.UNKNOWN.ordinal()])));
        assertThat(shown.get(ElementPath.of("person.street"))[QuestionState.DERIVED.ordinal()]).as("some streets follow while reading").isPositive();
    }
}

package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.math.BigDecimal;
import java.util.Map;

import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

/** Rules over links decide for the resident as they do in the officer's count. */
@ServerTest
class LinkedRulesTest {
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    private static final String LARGE = "{'link':'lives-in','where':{'element':'dwelling.area','op':'>=','value':'90'}}";
    @Autowired
    private FormScene scene;

    private SubjectId livingOn(String area) {
        return scene.person(Map.of("dwelling.area", new Value.Dec(new BigDecimal(area))));
    }

    @Test
    void anAudienceOverALinkReachesWhomItAddressesAndNobodyElse() {
        Published survey = scene.publish("'relation':'resides-in','criterion':" + LARGE, new String[] {WISH});
        assertThat(scene.signIn(livingOn("120")).get(survey.form()).status()).isEqualTo(200);
        assertThat(scene.signIn(livingOn("40")).get(survey.form()).status()).isEqualTo(404);
        assertThat(scene.signIn(scene.person()).get(survey.form()).status()).isEqualTo(404);
    }

    @Test
    void aRuleOverALinkIsSettledBeforeTheBrowserSeesIt() {
        Published survey = scene.publish(WISH, question("rooms", "'kind':'integer','required':true,'visible':" + LARGE));
        JsonNode large = scene.signIn(livingOn("120")).get(survey.form()).json();
        JsonNode small = scene.signIn(livingOn("40")).get(survey.form()).json();
        assertThat(large.at("/definition/pages/0/questions/1/visible/settled").asString()).isEqualTo("true");
        assertThat(small.at("/definition/pages/0/questions/1/visible/settled").asString()).isEqualTo("false");
    }

    @Test
    void aRuleOverARegionIsSettledToo() {
        Published survey = scene.publish(WISH, question("since", "'kind':'text','required':false,'visible':{'within':'" + FormScene.STREET + "','by':'resides-in'}"));
        JsonNode opened = scene.signIn(scene.person()).get(survey.form()).json();
        assertThat(opened.at("/definition/pages/0/questions/1/visible/settled").asString()).isEqualTo("true");
    }

    @Test
    void whoLivesElsewhereIsAskedWhereADwellingIsOwned() {
        SubjectId owner = scene.person(RegionCode.of("320613009001"), Map.of());
        scene.owns(owner, FormScene.COMMUNITY);
        Published survey = scene.publish("'relation':'owns','criterion':{'always':true}", new String[] {WISH});
        assertThat(scene.signIn(owner).get("/api/resident/home").json().path("asks").findValuesAsString("application"))
                .contains(survey.application().toString());
        assertThat(scene.signIn(scene.person()).get(survey.form()).status()).isEqualTo(404);
    }
}

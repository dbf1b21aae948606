package org.hutong.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hutong.access.RecordedPhoneMessages;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Journeys use people up: the demo town has more of them, and no other site has any. */
class MorePeopleTest {

    @Nested
    @ServerTest
    @TestPropertySource(properties = {"hutong.demo=true", "hutong.town.persons=600"})
    class InTheDemoTown {
        @Autowired
        private SignIns signIns;
        @Autowired
        private RecordedPhoneMessages phones;

        private Map<String, JsonNode> like(String key) {
            Map<String, JsonNode> people = new HashMap<>();
            signIns.nobody().post("/api/demo/residents", Map.of("like", key)).json().forEach(one -> people.put(one.path("key").asString(), one));
            return people;
        }

        private Browser signIn(JsonNode person) {
            Browser browser = signIns.nobody();
            String phone = person.path("phone").asString();
            browser.post("/api/resident/codes", Map.of("phone", phone));
            assertThat(browser.post("/api/resident/session", Map.of("idNumber", person.path("idNumber").asString(), "name", person.path("name").asString(),
                    "phone", phone, "code", phones.codeOf(phone)))).returns(200, Reply::status);
            return browser;
        }

        @Test
        void aFamilyLikeThatOfTheMotherComesTwiceAndIsTwoFamilies() {
            Map<String, JsonNode> one = like("mother");
            Map<String, JsonNode> other = like("grandmother");
            assertThat(one).containsOnlyKeys("grandmother", "father", "mother", "child");
            assertThat(other).containsOnlyKeys("grandmother", "father", "mother", "child");
            Set<String> numbers = new HashSet<>();
            for (Map<String, JsonNode> family : List.of(one, other)) {
                family.values().forEach(person -> assertThat(numbers.add(person.path("idNumber").asString())).isTrue());
            }
            JsonNode home = signIn(one.get("mother")).get("/api/resident/home").json();
            assertThat(home.path("wards")).hasSize(1);
            assertThat(home.at("/wards/0/name").asString()).isEqualTo(one.get("child").path("name").asString());
            String households = signIn(one.get("father")).get("/api/resident/households").json().toString();
            one.values().forEach(person -> assertThat(households).contains(person.path("name").asString()));
            assertThat(households).doesNotContain(other.get("mother").path("name").asString());
        }

        @Test
        void whoIsNotOnFileOrNotThereIsNotFound() {
            for (String key : new String[] {"newcomer", "nobody-of-that-name"}) {
                assertThat(signIns.nobody().post("/api/demo/residents", Map.of("like", key)).status()).as(key).isEqualTo(404);
            }
        }
    }

    @Nested
    @ServerTest
    class ElsewhereThanInTheDemoTown {
        @Autowired
        private SignIns signIns;

        @Test
        void nobodyComes() {
            assertThat(signIns.nobody().post("/api/demo/residents", Map.of("like", "mother")).status()).isEqualTo(404);
            assertThat(signIns.nobody().get("/api/demo/residents").status()).isEqualTo(404);
        }
    }
}

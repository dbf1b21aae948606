package org.hutong.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.Map;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class ReadMyDataTest {
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String SIZE = question("size", "'kind':'integer','element':'household.size','required':true");
    @Autowired
    private FormScene scene;

    private static JsonNode element(Browser browser, String code) {
        for (JsonNode topic : browser.get("/api/resident/data").json().path("topics")) {
            for (JsonNode element : topic.path("elements")) {
                if (element.path("code").asString().equals(code)) {
                    return element;
                }
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void everyValueSaysWhereItIsFromAndWhoUsedIt() {
        SubjectId person = scene.person(Map.of("person.idNumber", new Value.Text(Invented.idNumber())));
        Browser browser = scene.signIn(person);
        String phone = Invented.phone();
        scene.submit(browser, scene.publish(MOBILE, SIZE), Map.of("mobile", phone, "size", 3));
        Published second = scene.publish(MOBILE, question("wish", "'kind':'yesNo','required':true"));
        scene.submit(browser, second, Map.of("wish", true));

        JsonNode mobile = element(browser, "person.mobile");
        assertThat(mobile.path("display").asString()).startsWith(phone.substring(0, 3)).doesNotContain(phone);
        assertThat(mobile.path("source").asString()).isEqualTo("resident");
        assertThat(mobile.path("means").asString()).isEqualTo("self");
        assertThat(mobile.at("/application/zh").asString()).isEqualTo("测试应用");
        assertThat(mobile.at("/usedBy/0/department").asString()).isEqualTo("health");
        assertThat(mobile.at("/usedBy/0/purpose/zh").asString()).isEqualTo("测试");
        assertThat(mobile.path("usedBy").size()).isEqualTo(1);
        JsonNode size = element(browser, "household.size");
        assertThat(size.path("display").asString()).isEqualTo("3 人");
        assertThat(size.at("/application/zh").asString()).isEqualTo("测试应用");
        JsonNode name = element(browser, "person.name");
        assertThat(name.path("source").asString()).isEqualTo("register");
        assertThat(name.has("application")).isFalse();
        assertThat(element(browser, "person.sex").path("standing").asString()).isEqualTo("derived");
        assertThat(element(browser, "person.age").path("standing").asString()).isEqualTo("derived");
    }
}

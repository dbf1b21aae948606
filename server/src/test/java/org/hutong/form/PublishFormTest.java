package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.Map;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PublishFormTest {
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;

    private Reply check(String... questions) {
        scene.publish(question("known", "'kind':'yesNo','required':true"));
        Browser officer = signIns.officer(FormScene.STREET, "health");
        Reply made = officer.post("/api/applications", Map.of("manifest", FormScene.manifest("'relation':'resides-in','criterion':{'always':true}", false, questions)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return officer.post("/api/applications/" + made.json().path("id").asString() + "/check", Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            element-unknown      | 'kind':'text','element':'person.nothing','required':true
            link-unknown         | 'kind':'text','element':'cousin/person.name','required':true
            element-elsewhere    | 'kind':'text','element':'guardian/dwelling.name','required':true
            form-kind-of-element | 'kind':'text','element':'person.mobile','required':true
            form-list-of-element | 'kind':'code','element':'person.sex','codeList':'gbt3304_ethnic','required':true
            code-list-unknown    | 'kind':'code','codeList':'nothing_here','required':true
            form-no-options      | 'kind':'code','required':true
            form-accept          | 'kind':'file','required':true
            form-file-link       | 'kind':'file','accept':'photo','element':'guardian/person.photo','required':true
            form-kind-later      | 'kind':'table','required':true,'columns':[{'id':'c','kind':'file','accept':'photo','label':{'zh':'列'},'required':true}]
            form-no-columns      | 'kind':'table','required':true
            form-columns         | 'kind':'table','required':true,'columns':[{'id':'c','kind':'table','label':{'zh':'列'},'required':true}]
            form-no-options      | 'kind':'table','required':true,'columns':[{'id':'c','kind':'code','label':{'zh':'列'},'required':true}]
            code-list-unknown    | 'kind':'table','required':true,'columns':[{'id':'c','kind':'code','codeList':'nothing_here','label':{'zh':'列'},'required':true}]
            value-kind           | 'kind':'table','required':true,'columns':[{'id':'c','kind':'text','label':{'zh':'列'},'required':true,'visible':{'answer':'d','op':'=','value':'x'}},{'id':'d','kind':'integer','label':{'zh':'列'},'required':true}]
            form-rows-name       | 'kind':'table','required':true,'rowsOf':'member','columns':[{'id':'c','kind':'text','label':{'zh':'列'},'required':true}]
            link-unknown         | 'kind':'table','required':true,'rowsOf':'cousin','columns':[{'id':'c','kind':'text','element':'person.name','label':{'zh':'列'},'required':true}]
            form-calculation     | 'kind':'integer','required':false,'calculate':{'difference':['q']}
            form-pattern         | 'kind':'text','pattern':'(a','required':true
            form-limit           | 'kind':'yesNo','maxLength':3,'required':true
            form-cycle           | 'kind':'yesNo','required':true,'visible':{'answer':'q','op':'=','value':true}
            question-unknown     | 'kind':'yesNo','required':true,'visible':{'answer':'zz','op':'=','value':true}
            """)
    void whatCannotWorkIsNamedBeforeItIsPublished(String code, String rest) {
        Reply reply = check(question("q", rest));
        assertThat(reply.json().path("findings").findValuesAsString("code")).as(reply.toString()).contains(code);
        assertThat(reply.json().path("findings").findValuesAsString("severity")).contains("error");
    }

    @Test
    void theSameElementTwiceIsAWarning() {
        Reply reply = check(question("a", "'kind':'phone','element':'person.mobile','required':true"),
                question("b", "'kind':'phone','element':'person.mobile','required':true"));
        assertThat(reply.json().path("findings").findValuesAsString("code")).as(reply.toString()).contains("form-element-twice");
        assertThat(reply.json().path("findings").findValuesAsString("severity")).containsOnly("warning");
    }
}

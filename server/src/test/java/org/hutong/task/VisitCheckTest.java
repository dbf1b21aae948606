package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.hutong.manifest.Finding;
import org.hutong.manifest.Findings;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.Severity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is said about a visit component before it is published. */
class VisitCheckTest {
    private static final String QUESTION = "{'id':'mobile','kind':'phone','element':'person.mobile','required':true,'label':{'zh':'手机号码','en':'Mobile phone'}}";

    @Test
    void aPhoneThatMustBeToldByThoseWhoHaveNoneIsDoubtful() {
        assertThat(findings(QUESTION, "'no-answer','no-phone'")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.code()).isEqualTo("visit-asks-phone");
            assertThat(finding.path()).isEqualTo("/components/0/pages/0/questions/0/required");
            assertThat(finding.message().zh()).contains("没有电话的人答不了这一题");
        });
    }

    @Test
    void whatMayBeLeftOutOrIsShownToSomeOnlyOrIsAskedOfThoseWithAPhoneIsNot() {
        assertThat(findings(QUESTION.replace("'required':true", "'required':false"), "'no-phone'")).isEmpty();
        assertThat(findings(QUESTION.replace("'required':true", "'required':true,'visible':{'element':'person.noPhone','op':'=','value':false}"), "'no-phone'")).isEmpty();
        assertThat(findings(QUESTION.replace("person.mobile", "guardian/person.mobile"), "'no-phone'")).isEmpty();
        assertThat(findings(QUESTION, "'no-answer'")).isEmpty();
    }

    private static List<Finding> findings(String question, String reasons) {
        Manifest manifest = Manifest.read(JsonMapper.shared().readTree(("{'components':[{'id':'ask','kind':'form','audience':'who','title':{'zh':'题'},'pages':[{'id':'p','title':{'zh':'页'},"
                + "'questions':[" + question + "]}]},{'id':'call','kind':'visit','form':'ask','after':3,'reasons':[" + reasons + "]}]}").replace('\'', '"')));
        Findings findings = new Findings();
        new VisitKind(null, null).check(manifest.component("call").orElseThrow(), manifest, findings);
        return findings.all();
    }
}

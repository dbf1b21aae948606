package org.hutong.catalogue.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.hutong.app.testing.Invented;
import org.hutong.catalogue.Shipped;
import org.hutong.catalogue.match.ColumnMatcher.About;
import org.hutong.catalogue.match.ColumnMatcher.Column;
import org.hutong.catalogue.match.Match.Reason;
import org.hutong.kernel.ElementCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column of a foreign form means. */
class ColumnMatcherTest {
    private static final Vocabulary VOCABULARY = Vocabulary.shipped(Shipped.read().elements());
    private static final ColumnMatcher MATCHER = new ColumnMatcher(VOCABULARY, Map.of());

    private static Match match(About about, String head, String... samples) {
        return MATCHER.match(about, List.of(new Column(head, List.of(samples)))).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"D10.姓　名（必填）,姓名", "请填写您的手机号：,手机号", "1、性别★,性别", "建筑面积(㎡),建筑面积", "（备注）,备注", "H1户别,户别", "ＲＨ血型,RH血型", "60岁以上人数,60岁以上人数"})
    void numberingMarksAndBracketsDoNotMatter(String head, String main) {
        assertThat(Wording.of(head).main()).isEqualTo(main);
    }

    @ParameterizedTest
    @CsvSource({"手机号,person.mobile", "监护人联系电话,guardian/person.mobile", "监护人/姓名,guardian/person.name", "房东的身份证号码,owner/person.idNumber",
        "配偶工作单位,spouse/person.employer", "申请人户籍地址,person.hukouAddress", "家庭成员姓名,member/person.name", "与户主的关系,member.relationToHead",
        "户主身份证号码,household.headId", "申请人签名,(transaction)", "镇街审核意见,(transaction)", "填表日期,(transaction)", "序号,(transaction)",
        "犬只品种,(new)", "户籍地门(楼)详址,person.hukouAddress", "统一社会信用代码,organisation.uscc"})
    void aWordingMeansWhatItSaysOfWhomItSays(String head, String meaning) {
        Match match = match(About.PERSON, head);
        assertThat(match.meaning().written()).isEqualTo(meaning);
        assertThat(match.doubtful()).isFalse();
    }

    @Test
    void everyWordingAndRuleNamesAnElementThereIs() {
        List<String> codes = Shipped.read().elements().stream().map(element -> element.code().code()).toList();
        VOCABULARY.wordings().values().stream().flatMap(java.util.Collection::stream).filter(meaning -> !meaning.startsWith("("))
                .forEach(meaning -> assertThat(codes).contains(ElementCode.of(meaning.substring(meaning.indexOf('/') + 1)).code()));
        VOCABULARY.rules().stream().map(Vocabulary.Rule::meaning).filter(meaning -> !meaning.startsWith("(")).forEach(meaning -> assertThat(codes).contains(meaning));
        List<String> kinds = Shipped.read().linkKinds().stream().map(kind -> kind.code()).toList();
        VOCABULARY.people().stream().map(Vocabulary.People::path).filter(path -> !path.isEmpty()).forEach(path -> assertThat(kinds).contains(path));
    }

    @Test
    void aBareWordMeansWhatTheRowsAreAbout() {
        assertThat(match(About.DWELLING, "地址").meaning().written()).isEqualTo("dwelling.address");
        assertThat(match(About.ORGANISATION, "联系电话").meaning().written()).isEqualTo("organisation.phone");
        assertThat(match(About.PERSON, "联系电话").meaning().written()).isEqualTo("person.mobile");
        assertThat(match(About.DWELLING, "联系电话").doubtful()).as("whose").isTrue();
    }

    @Test
    void whatIsNotKnownIsMarked() {
        assertThat(match(About.PERSON, "证件号码").doubtful()).isTrue();
        assertThat(match(About.PERSON, "申请人(或监护人)").doubtful()).isTrue();
        assertThat(match(About.PERSON, "云雾缭绕程度").doubtful()).isTrue();
    }

    @Test
    void twoColumnsForOneThingAreBothDoubtful() {
        List<Match> matches = MATCHER.match(About.PERSON, List.of(new Column("居住地址", List.of()), new Column("详细地址", List.of()), new Column("性别", List.of())));
        assertThat(matches).extracting(Match::doubtful).containsExactly(true, true, false);
    }

    @Test
    void numbersWithACheckDigitSayWhatTheyAre() {
        String[] numbers = {Invented.idNumber(), Invented.idNumber(), Invented.idNumber()};
        Match said = match(About.PERSON, "编码", numbers);
        assertThat(said.meaning().written()).isEqualTo("person.idNumber");
        assertThat(said.reason()).isEqualTo(Reason.SAMPLES);
        assertThat(match(About.PERSON, "性别", numbers).doubtful()).as("values that cannot be a sex").isTrue();
    }

    @Test
    void whatOfficersHaveCorrectedOutranksEverything() {
        ColumnMatcher taught = new ColumnMatcher(VOCABULARY, Map.of("片长", Meaning.of("person.grid"), "性别", Meaning.of("(transaction)")));
        List<Match> matches = taught.match(About.PERSON, List.of(new Column("片 长：", List.of()), new Column("性别", List.of())));
        assertThat(matches).extracting(match -> match.meaning().written()).containsExactly("person.grid", "(transaction)");
        assertThat(matches).allMatch(match -> match.reason() == Reason.CORRECTED && !match.doubtful());
    }
}

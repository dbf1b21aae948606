package org.hutong.bench.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.hutong.catalogue.Shipped;
import org.hutong.catalogue.match.ColumnMatcher;
import org.hutong.catalogue.match.ColumnMatcher.About;
import org.hutong.catalogue.match.ColumnMatcher.Column;
import org.hutong.catalogue.match.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hutong match}: files of all kinds, and how often it is right. */
class MatchCommandTest {
    private static final Path SHARED = Path.of("../../shared/data/forms/columns.tsv");
    private static final List<Path> OWN = List.of(Path.of("../spec/match/forms.tsv"), Path.of("../spec/match/more-forms.tsv"));
    @TempDir
    private Path folder;

    private static ForeignFile files() {
        return new ForeignFile(new ColumnMatcher(Vocabulary.shipped(Shipped.read().elements()), Map.of()));
    }

    private static List<String> heads(ForeignForm form) {
        return form.columns().stream().map(Column::head).toList();
    }

    @Test
    void formsWhoseWordingsWereTakenOutAreMatched() throws IOException {
        assumeTrue(Files.exists(SHARED), "the shared forms are not here");
        MatchCommand.Rating rating = new MatchCommand().rate(SHARED, true);
        assertThat(rating.share()).isGreaterThan(0.85);
        assertThat(rating.coverage()).isGreaterThan(0.65);
        assertThat(rating.precision()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void formsOfOtherKindsAreMatched() throws IOException {
        for (Path forms : OWN) {
            MatchCommand.Rating rating = new MatchCommand().rate(forms, false);
            assertThat(rating.columns()).isGreaterThan(140);
            assertThat(rating.share()).isGreaterThan(0.9);
            assertThat(rating.coverage()).isGreaterThan(0.65);
            assertThat(rating.precision()).isGreaterThanOrEqualTo(0.99);
            assertThat(new MatchCommand().rate(forms, true).share()).as("its wordings taken out").isGreaterThan(0.9);
        }
    }

    /** Many of their columns are things that the catalogue has no element for, which looks like the single transaction. */
    @Test
    void formsFullOfWhatIsNewAreMostlyMatchedAndRarelyWronglyUnmarked() throws IOException {
        MatchCommand.Rating rating = new MatchCommand().rate(Path.of("../spec/match/still-more-forms.tsv"), false);
        assertThat(rating.columns()).isEqualTo(171);
        assertThat(rating.share()).isGreaterThan(0.8);
        assertThat(rating.precision()).isGreaterThan(0.97);
    }

    @Test
    void headsAreFoundBelowTitlesAndWhoTheyAreAboutIsPutBefore() throws IOException {
        Path file = folder.resolve("名单.csv");
        Files.write(file, String.join("\r\n", "特殊学生名单,,,,", "填报单位：某某社区,,,,", ",,监护人,,", "姓名,性别,姓名,联系电话,备注", "\"王,小明\",男,王大明,19900000001,")
                .getBytes(Charset.forName("GB18030")));
        ForeignForm form = files().read(file).getFirst();
        assertThat(heads(form)).containsExactly("姓名", "性别", "监护人/姓名", "监护人/联系电话", "备注");
        assertThat(form.columns().getFirst().samples()).containsExactly("王,小明");
        assertThat(form.about()).isEqualTo(About.PERSON);
    }

    @Test
    void aWorkbookIsReadSheetBySheet() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file); var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("出租房屋");
            sheet.value(0, 0, "出租房屋登记表");
            List<String> heads = List.of("序号", "房东姓名", "坐落", "建筑面积（平方米）");
            for (int i = 0; i < heads.size(); i++) {
                sheet.value(1, i, heads.get(i));
            }
            sheet.value(2, 0, 1);
            sheet.value(2, 2, "和平路 9 号");
        }
        ForeignForm form = files().read(file).getFirst();
        assertThat(form.id()).isEqualTo("出租房屋");
        assertThat(form.about()).isEqualTo(About.DWELLING);
        assertThat(heads(form)).containsExactly("序号", "房东姓名", "坐落", "建筑面积（平方米）");
    }

    @Test
    void aFileThatIsNoneSaysWhyAndWhere() throws IOException {
        assertThatThrownBy(() -> files().read(folder.resolve("none.csv"))).hasMessageContaining("there is no file");
        Path old = Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertThatThrownBy(() -> files().read(old)).hasMessageContaining(".xlsx");
        Path broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> files().read(broken)).isInstanceOf(IOException.class).hasMessageContaining("cannot be read as a workbook");
        Path numbers = Files.writeString(folder.resolve("numbers.csv"), "1,2,3\n4,5,6\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> files().read(numbers)).hasMessageContaining("no row looks like the heads");
        Path short1 = Files.writeString(folder.resolve("columns.tsv"), "form_id\tform\tsubject\tcolumn\telement\nA\tB\tperson\n");
        assertThatThrownBy(() -> files().read(short1)).hasMessageContaining("line 2");
    }
}

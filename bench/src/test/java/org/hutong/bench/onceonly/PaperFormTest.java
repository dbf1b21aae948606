package org.hutong.bench.onceonly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

class PaperFormTest {
    private static final String HEADS = "form_id\tform\tdepartment\tsubject\tcolumn\telement\tfilled_by\tvolatility\n";

    private static List<PaperForm> read(String text) throws IOException {
        return PaperForm.read(new BufferedReader(new StringReader(text)));
    }

    @Test
    void theFormsThatShipAreSixteenWith327Columns() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(PaperForm.class.getResourceAsStream("/forms/columns.tsv"), StandardCharsets.UTF_8))) {
            List<PaperForm> forms = PaperForm.read(in);
            assertThat(forms).hasSize(16);
            assertThat(forms.stream().mapToInt(form -> form.columns().size()).sum()).isEqualTo(327);
        }
    }

    @Test
    void whatTheOfficeFillsIsNotAskedAndAConsentIsAskedEachTime() throws IOException {
        PaperForm form = read(HEADS + "F1\t表\t民政\tperson\t序号\t(system)\tsystem\ttransaction\n" + "F1\t表\t民政\tperson\t意见\t(officer)\tofficer\ttransaction\n"
                + "F1\t表\t民政\tperson\t原因\t(application)\tresident\ttransaction\n" + "F1\t表\t民政\tperson\t监护人同意\tguardian.consent\tresident\tslow\n"
                + "F1\t表\t民政\tperson\t监护人电话\tguardian/person.mobile\tresident\tslow\n").getFirst();
        assertThat(form.columns()).extracting(PaperForm.Column::byResident).containsExactly(false, false, true, true, true);
        assertThat(form.columns()).extracting(PaperForm.Column::own).containsExactly(false, false, true, true, false);
        assertThat(form.columns()).extracting(PaperForm.Column::transaction).containsExactly(true, true, true, true, false);
        assertThat(form.columns().getLast().bound()).isTrue();
    }

    @Test
    void aFileWithoutItsHeadsOrWithAShortLineIsRefusedInWords() {
        assertThatThrownBy(() -> read("a\tb\n")).hasMessageContaining("form_id");
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read(HEADS + "F1\t表\n")).hasMessageContaining("line 2");
    }
}

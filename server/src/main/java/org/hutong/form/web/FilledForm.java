package org.hutong.form.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.form.Draft;
import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.RawValue;

/**
 * A form opened for one person.
 *
 * @param mostQuestions how many questions may come to be asked, those that answers bring included
 * @param personName    whose it is, where somebody else fills it in
 */
record FilledForm(UUID application, String form, int version, LocalDate day, Localised title, @Nullable Localised intro, PurposeBody purpose,
        String department, int mostQuestions, @Schema(ref = "#/components/schemas/ManifestForm") RawValue definition,
        @Schema(additionalPropertiesSchema = FilledForm.FormCodeList.class) RawValue codeLists,
        Map<String, StateBody> states, @Nullable @JsonInclude DraftBody draft, @Nullable @JsonInclude ReceiptBody submitted,
        @Nullable String personName) {

    /** Why the data is used. */
    record PurposeBody(String zh, @Nullable String en, String basis) {
    }

    /** A question, or a column of a table as {@code table.column}, whose typed answer has no place in the version in force. */
    record NotCarried(String question, Localised label) {
    }

    /** A code list as it stands in the text that is written once per version, see {@link org.hutong.form.PersonalForm#codeLists()}. */
    record FormCodeList(String code, Localised name, List<FormCode> items) {
    }

    /** One code of it. @param retired true where it is no longer offered, else absent */
    record FormCode(String code, Localised name, @Nullable Boolean retired) {
    }

    /** What was typed before. */
    record DraftBody(Map<String, JsonNode> answers, Instant savedAt, int version, List<NotCarried> notCarried) {
        static @Nullable DraftBody of(@Nullable Draft draft) {
            return draft == null ? null : new DraftBody(draft.answers(), draft.savedAt(), draft.version(),
                    draft.notCarried().stream().map(lost -> new NotCarried(lost.question(), lost.label())).toList());
        }
    }
}

package org.hutong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.form.paper.PaperContent;
import org.hutong.form.paper.PaperContent.Field;
import org.hutong.form.paper.PaperContent.Section;
import org.hutong.form.paper.PaperContent.Way;
import org.hutong.form.paper.PaperWords;
import org.hutong.kernel.Criteria;
import org.hutong.kernel.Localised;
import org.hutong.kernel.Units;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;
import org.hutong.kernel.form.Accept;
import org.hutong.kernel.form.FormDefinition;
import org.hutong.kernel.form.FormState;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Manifest;
import org.hutong.resource.Displays;
import org.hutong.resource.HeldValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a form as it stands for one person onto a sheet: as much of what is known as a screen would show, and room for the rest. */
@Component
class PaperWriter {
    /** With more choices than fit, the answer is written and the officer finds it in the list. */
    private static final int MOST_OPTIONS = 16;
    private static final int LONG_TEXT = 100;
    private static final Map<ValueKind, Integer> BOXES = Map.of(ValueKind.ID_NUMBER, 18, ValueKind.USCC, 18, ValueKind.PHONE, 13);
    private final Catalogue catalogue;
    private final Displays displays;

    PaperWriter(Catalogue catalogue, Displays displays) {
        this.catalogue = catalogue;
        this.displays = displays;
    }

    PaperContent content(PersonalForm form, String code, String name, Locale reader) {
        Manifest manifest = form.manifest();
        PaperWords words = PaperWords.in(reader);
        FormState state = form.evaluate(Map.of(), Set.of(), Set.of());
        List<Section> sections = new ArrayList<>();
        for (FormDefinition.Page page : form.form().definition().pages()) {
            List<Field> fields = page.questions().stream().map(question -> form.question(question.id()).orElse(question))
                    .filter(question -> printed(form, state, question)).map(question -> field(form, question, words, reader)).toList();
            if (!fields.isEmpty()) {
                sections.add(new Section(page.title().in(reader), fields));
            }
        }
        Localised title = Manifest.localised(form.component().config().path("title"));
        return new PaperContent(title.in(reader), List.of(manifest.purpose().text().in(reader), manifest.purpose().basis()), name, code, sections);
    }

    /** Not what follows from another question of the sheet, and not what cannot come up for this person whatever he or she answers. */
    private static boolean printed(PersonalForm form, FormState state, Question question) {
        boolean comesUp = state.questions().get(question.id()).relevant() || !Criteria.questions(question.visible()).isEmpty();
        return comesUp && form.followsFrom(question.id()).isEmpty();
    }

    private Field field(PersonalForm form, Question question, PaperWords words, Locale reader) {
        HeldValue value = form.known().get(question.id()).held();
        List<Question.Option> options = options(question, value, reader);
        boolean choice = !options.isEmpty() && options.size() <= MOST_OPTIONS;
        String held = value == null || choice || question.kind() == ValueKind.FILE ? ""
                : question.element().flatMap(path -> catalogue.element(path.element())).map(element -> shown(element, value, reader)).orElse("");
        List<Integer> ticked = value == null || !choice || !value.own() ? List.of()
                : IntStream.range(0, options.size()).filter(i -> holds(value.value(), options.get(i).code())).boxed().toList();
        String note = Criteria.questions(question.visible()).isEmpty() ? "" : words.ifSo();
        if (question.kind() == ValueKind.FILE) {
            return new Field(question.label().in(reader), question.accept().filter(accept -> accept == Accept.SIGNATURE).isPresent() ? "" : words.glue(),
                    Way.SPACE, "", List.of(), List.of(), 0);
        }
        Integer boxes = BOXES.get(question.kind());
        // A masked or otherwise written value does not go into boxes of one character each.
        Way way = choice ? Way.CHOICE : boxes != null && held.codePointCount(0, held.length()) <= boxes ? Way.BOXES
                : question.kind() == ValueKind.TABLE || question.kind() == ValueKind.TEXT && question.maxLength().orElse(LONG_TEXT) > LONG_TEXT ? Way.LINES : Way.LINE;
        String unit = question.unit().map(one -> "（" + Units.in(one, reader, false) + "）").orElse("");
        return new Field(question.label().in(reader) + unit, note, way, held, options.stream().map(option -> option.label().in(reader)).toList(), ticked,
                boxes == null ? 0 : boxes);
    }

    private String shown(DataElement element, HeldValue value, Locale reader) {
        return displays.of(element, value, reader);
    }

    /** What is retired is there for whom it is held of only. */
    private List<Question.Option> options(Question question, @Nullable HeldValue value, Locale reader) {
        return switch (question.kind()) {
            case YES_NO -> List.of(new Question.Option("true", Localised.of("是", "Yes")), new Question.Option("false", Localised.of("否", "No")));
            case CODE, CODES -> question.codeList().flatMap(catalogue::codeList)
                    .map(list -> list.items().stream()
                            .filter(item -> !item.retired() || value != null && value.own() && holds(value.value(), item.code())).map(item -> new Question.Option(item.code(), item.name())).toList()).orElse(question.options());
            default -> List.of();
        };
    }

    private static boolean holds(Value value, String option) {
        return switch (value) {
            case Value.YesNo(boolean yes) -> option.equals(String.valueOf(yes));
            case Value.Code(String code) -> option.equals(code);
            case Value.Codes(List<String> codes) -> codes.contains(option);
            default -> false;
        };
    }
}

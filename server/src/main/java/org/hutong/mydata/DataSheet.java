package org.hutong.mydata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.Displays;
import org.hutong.resource.HeldValue;
import org.hutong.resource.Subjects;
import org.hutong.sheet.Cell;
import org.hutong.sheet.SheetAnswer;
import org.hutong.sheet.SheetColumn;
import org.hutong.sheet.SheetFormat;
import org.hutong.sheet.SheetWriter;
import org.springframework.stereotype.Component;

/**
 * A copy of what is held of a person, to be kept (PIPL 45: the right to consult and copy): the same values as on the page, encrypted ones
 * masked like there, since a file is passed on and left behind more easily than a screen.
 *
 * <p>For oneself and for a ward. An agent gets none: a mandate lets somebody answer, and ends at once; a copy would not end with it.
 */
@Component
public class DataSheet {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
    private static final Localised COPIED = Localised.of("监护人下载了一份", "A guardian took a copy");
    private final MyData myData;
    private final Subjects subjects;
    private final Displays displays;
    private final Scoped scoped;
    private final AccessJournal journal;
    private final Clock clock;
    private final Map<String, Localised> departments = departments();

    DataSheet(MyData myData, Subjects subjects, Displays displays, Scoped scoped, AccessJournal journal, Clock clock) {
        this.myData = myData;
        this.subjects = subjects;
        this.displays = displays;
        this.scoped = scoped;
        this.journal = journal;
        this.clock = clock;
    }

    /** @return empty when the resident is neither that person nor the guardian */
    public Optional<SheetAnswer> of(Actor.Resident actor, SubjectId person, SheetFormat format, Locale reader) {
        if (actor.isAgentOf(person)) {
            return Optional.empty();
        }
        List<HeldElement.Group> groups = myData.of(actor, person);
        if (!person.equals(actor.person())) {
            List<String> what = groups.stream().flatMap(group -> group.elements().stream()).map(held -> held.element().code().code()).toList();
            scoped.write(actor, dsl -> {
                journal.looked(actor, person, what, COPIED, null);
                return null;
            });
        }
        String name = subjects.names(actor, List.of(person)).getOrDefault(person, "");
        boolean english = english(reader);
        SheetWriter sheet = SheetWriter.of(format, english ? "Data" : "数据", columns(english));
        groups.forEach(group -> group.elements().forEach(held -> sheet.row(row(group.name(), held, reader))));
        String file = (english ? "Data of " + name : name + "的数据") + "-" + LocalDate.ofInstant(clock.instant(), ZONE);
        return Optional.of(new SheetAnswer.File(file, format, sheet.finish()));
    }

    private static List<SheetColumn> columns(boolean english) {
        return List.of(
                new SheetColumn(english ? "Topic" : "类别", 14), new SheetColumn(english ? "Item" : "数据项", 20),
                new SheetColumn(english ? "Code of the item" : "数据项代码", 26), new SheetColumn(english ? "Value" : "内容", 30),
                new SheetColumn(english ? "State" : "状态", 12), new SheetColumn(english ? "Source" : "来源", 16),
                new SheetColumn(english ? "How" : "方式", 12), new SheetColumn(english ? "Through" : "通过", 24),
                new SheetColumn(english ? "Stated at" : "记录时间", 18), new SheetColumn(english ? "Who used it, and why" : "谁用过、为什么", 60));
    }

    private List<Cell> row(Localised topic, HeldElement held, Locale reader) {
        HeldValue value = held.value();
        boolean english = english(reader);
        return List.of(Cell.text(topic.in(reader)), Cell.text(held.element().name().in(reader)), Cell.text(held.element().code().code()),
                Cell.text(displays.of(held.element(), value, reader)), Cell.text(standing(value, english)), Cell.text(source(value, english)),
                Cell.text(means(value, english)), Cell.text(held.application() == null ? "" : held.application().in(reader)),
                new Cell.Moment(LocalDateTime.ofInstant(value.statedAt(), ZONE)),
                Cell.text(held.usedBy().stream().map(use -> use(use, reader)).collect(Collectors.joining("\n"))));
    }

    private String use(Use use, Locale reader) {
        String who = use.guardian() ? english(reader) ? "a guardian" : "监护人"
                : Optional.ofNullable(departments.get(use.department())).map(name -> name.in(reader)).orElse(use.department());
        return List.of(at(use.at()), who, use.application() == null ? "" : use.application().in(reader), use.purpose().in(reader)).stream()
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String at(Instant at) {
        return MOMENT.format(at);
    }

    private static String standing(HeldValue value, boolean english) {
        return switch (value.standing()) {
            case HELD -> english ? "held" : "已有";
            case HELD_OLD -> english ? "held, but old" : "已过期";
            case CONTESTED -> english ? "being checked" : "有异议";
            case DERIVED -> english ? "derived" : "推算";
        };
    }

    private static String source(HeldValue value, boolean english) {
        return switch (value.source()) {
            case REGISTER -> english ? "a register" : "登记数据";
            case RESIDENT -> english ? "a resident" : "居民填写";
            case OFFICER -> english ? "an officer" : "工作人员登记";
        };
    }

    private static String means(HeldValue value, boolean english) {
        return switch (value.means()) {
            case SELF -> english ? "the person" : "本人";
            case FAMILY -> english ? "a guardian" : "监护人代填";
            case AGENT -> english ? "an agent" : "代办人代填";
            case IN_PERSON -> english ? "in person" : "当面";
            case PHONE -> english ? "by phone" : "电话";
            case MESSAGE -> english ? "by message" : "消息";
            case NEIGHBOUR -> english ? "a neighbour" : "邻居";
            case ESTIMATE -> english ? "estimated" : "估计";
            case IMPORT -> english ? "imported" : "导入";
            case PAPER -> english ? "on paper" : "纸质表";
            case DERIVED -> english ? "derived" : "推算";
        };
    }

    private static boolean english(Locale reader) {
        return "en".equals(reader.getLanguage());
    }

    /** @throws UncheckedIOException when they are missing, which is a fault of the build */
    static Map<String, Localised> departments() {
        try (InputStream in = DataSheet.class.getResourceAsStream("/mydata/departments.tsv")) {
            if (in == null) {
                throw new IOException("missing: mydata/departments.tsv");
            }
            Map<String, Localised> names = new HashMap<>();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().skip(1).map(line -> line.split("\t"))
                    .forEach(cells -> names.put(cells[0], Localised.of(cells[1], cells[2])));
            return Map.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

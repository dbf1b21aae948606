package org.hutong.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.hutong.kernel.Localised;
import org.hutong.region.Regions;
import org.hutong.resource.PersonList;
import org.hutong.sheet.Cell;
import org.hutong.sheet.SheetAnswer;
import org.hutong.sheet.SheetColumn;
import org.hutong.sheet.SheetFormat;
import org.hutong.sheet.SheetWriter;
import org.springframework.stereotype.Component;

/** Progress and who is left, as tables. */
@Component
class BoardSheets {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PLACE_WIDTH = 30;
    private static final int WIDTH = 12;
    private final Regions regions;
    private final Clock clock;

    BoardSheets(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    SheetAnswer left(Localised title, Localised place, List<PersonList.Line> lines, SheetFormat format, Locale reader) {
        SheetWriter sheet = SheetWriter.of(format, title.in(reader), List.of(
                new SheetColumn(word(reader, "姓名", "Name"), WIDTH),
                new SheetColumn(word(reader, "年龄", "Age"), WIDTH / 2),
                new SheetColumn(word(reader, "区划", "Region"), PLACE_WIDTH),
                new SheetColumn(word(reader, "电话", "Phone"), WIDTH + 2)));
        lines.forEach(line -> sheet.row(List.of(Cell.text(line.name()), Cell.whole(line.age()), Cell.text(regions.name(line.region()).in(reader)),
                Cell.text(line.phone() == null ? line.phoneMasked() : line.phone()))));
        return new SheetAnswer.File(fileName(title, word(reader, "还有谁没填", "who is left"), place, reader), format, sheet.finish());
    }

    SheetAnswer board(Localised title, Board board, SheetFormat format, Locale reader) {
        SheetWriter sheet = SheetWriter.of(format, title.in(reader), List.of(
                new SheetColumn(word(reader, "区划", "Region"), PLACE_WIDTH),
                new SheetColumn(word(reader, "区划代码", "Code"), WIDTH + 6),
                new SheetColumn(word(reader, "应填报人数", "Addressed"), WIDTH),
                new SheetColumn(word(reader, "已完成", "Done"), WIDTH),
                new SheetColumn(word(reader, "未完成", "Left"), WIDTH)));
        board.children().forEach(child -> row(sheet, child.name().in(reader), child.region().toString(), child.total(), child.done()));
        if (!board.children().isEmpty() && board.own().total() > 0) {
            row(sheet, word(reader, "未分到下级：", "In none of these: ") + board.name().in(reader), board.region().toString(), board.own().total(), board.own().done());
        }
        row(sheet, word(reader, "合计：", "All of ") + board.name().in(reader), board.region().toString(), board.total(), board.done());
        return new SheetAnswer.File(fileName(title, word(reader, "进度", "progress"), board.name(), reader), format, sheet.finish());
    }

    private static void row(SheetWriter sheet, String name, String code, long total, long done) {
        sheet.row(List.of(Cell.text(name), Cell.text(code), new Cell.Whole(total), new Cell.Whole(done), new Cell.Whole(total - done)));
    }

    private String fileName(Localised title, String what, Localised place, Locale reader) {
        return String.join("-", title.in(reader), what, place.in(reader), LocalDate.ofInstant(clock.instant(), ZONE).toString());
    }

    private static String word(Locale reader, String zh, String en) {
        return reader.getLanguage().equals("en") ? en : zh;
    }
}

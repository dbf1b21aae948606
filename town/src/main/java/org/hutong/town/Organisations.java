package org.hutong.town;

import static org.hutong.town.Elements.*;
import static org.hutong.town.Statements.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uscc;
import org.hutong.kernel.Value;

/** The employers of the town: a few large ones, many small ones. */
final class Organisations {
    private static final String[] TRADES = {"纺织", "家纺", "船舶工程", "电子科技", "机械", "建筑", "物流", "食品", "餐饮", "商贸", "化工", "园林", "医药", "信息技术", "物业服务", "印染"};
    private static final String[] NAMES = {"通源", "海瑞", "江天", "鑫达", "恒泰", "宏盛", "金鼎", "华东", "永兴", "瑞丰", "中远通", "锦程", "天工", "启明", "润泽", "万联", "东昊", "佳和"};

    private final long seed;
    private final long[] regions;
    private final String[] names;

    Organisations(long seed, long persons, double[] weights) {
        this.seed = seed;
        int count = (int) Math.max(12, persons / 90);
        regions = new long[count];
        names = new String[count];
        List<TownRegion> communities = Regions.nantong().communities();
        for (int i = 0; i < count; i++) {
            Dice dice = dice(i);
            RegionCode community = communities.get(dice.weighted(weights)).code();
            regions[i] = Regions.nantong().grid(community, dice).number();
            names[i] = "南通" + dice.pick(NAMES) + dice.pick(TRADES) + (i + 1) + dice.pick("有限公司", "有限公司", "股份有限公司", "厂");
        }
    }

    private Dice dice(int number) {
        return Dice.of(seed ^ 0x4F5247L, number);
    }

    /** An employer; the first ones have many more people than the last. */
    int pick(Dice dice) {
        double unit = dice.unit();
        return (int) (regions.length * unit * unit);
    }

    RegionCode region(int number) {
        return new RegionCode(regions[number]);
    }

    String name(int number) {
        return names[number];
    }

    SubjectId id(int number) {
        return new SubjectId(region(number).county(), Dice.of(seed ^ 0x4F52474944L, number).uuid(created(number).toEpochMilli()));
    }

    private Instant created(int number) {
        return Town.EPOCH.minusDays(600).atStartOfDay().plusSeconds(number).toInstant(ZoneOffset.UTC);
    }

    void write(Consumer<TownRecord> out, LocalDate today) {
        for (int i = 0; i < regions.length; i++) {
            Dice dice = Dice.of(seed ^ 0x4F524741L, i);
            Map<ElementCode, Value> said = new LinkedHashMap<>();
            String first = "91329999" + "MA" + "%07d".formatted(i);
            said.put(ORG_NAME, text(names[i]));
            said.put(ORG_USCC, text(first + Uscc.checkCharacter(first)));
            said.put(ORG_LEGAL, text(Names.full(Names.surname(dice), dice.chance(0.7), 1955 + dice.below(40), "01", dice)));
            said.put(ORG_ADDRESS, text(Regions.nantong().address(region(i).at(5)) + dice.between(1, 400) + "号"));
            Instant at = today.minusDays(dice.between(10, 300)).atTime(2, 0).toInstant(ZoneOffset.UTC);
            Act register = new Act(dice.uuid(at.toEpochMilli()), Act.Source.REGISTER, Act.Means.IMPORT, at, "register:market-regulation", said);
            Map<ElementCode, Value> seen = new LinkedHashMap<>();
            seen.put(ORG_STAFF, new Value.Int(dice.between(3, i < regions.length / 10 ? 900 : 60)));
            seen.put(ORG_PHONE, text("0513-" + "2%07d".formatted(dice.below(10_000_000))));
            Instant later = at.plusSeconds(86_400L * dice.between(1, 9));
            Act visit = new Act(dice.uuid(later.toEpochMilli()), Act.Source.OFFICER, Act.Means.IN_PERSON, later, "visit:grid", seen);
            out.accept(new TownRecord.SubjectRecord(id(i), TownRecord.Type.ORGANISATION, created(i), region(i), List.of(register, visit)));
        }
    }
}

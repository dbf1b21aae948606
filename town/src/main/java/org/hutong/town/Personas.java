package org.hutong.town;

import static org.hutong.town.Elements.*;
import static org.hutong.town.Statements.code;
import static org.hutong.town.Statements.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;

/**
 * The residents of the demo whom people meet by name. They are the same in every town: ID numbers end in the sequences 900 to 999,
 * phones are 154 0000 0001 to 154 0000 0999. Each can be had again: other people with the same story.
 */
final class Personas {
    private static final RegionCode HAOYANG = RegionCode.of("320613002001");
    private static final RegionCode HAOBEI = RegionCode.of("320613002004");
    private static final RegionCode BAIHUAYUAN = RegionCode.of("320613002005");
    private static final RegionCode QIFENG = RegionCode.of("320613002008");
    private static final RegionCode XUETIAN = RegionCode.of("320613006001");

    private static final long SEED = 0x50455253L;

    private final List<Persona> list = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Home> homes = new ArrayList<>();
    private final List<Hukou> hukous = new ArrayList<>();
    private final Map<Figure, List<Act>> acts = new LinkedHashMap<>();
    private final List<String[]> links = new ArrayList<>();
    private final Map<String, Figure> byKey = new LinkedHashMap<>();
    private final LocalDate today;
    /** 0 for the personas themselves, else how often they were there before. */
    private final int turn;
    private final Dice dice;
    private final Map<String, String> surnames = new HashMap<>();

    private Personas(LocalDate today, int turn, Dice dice) {
        this.today = today;
        this.turn = turn;
        this.dice = dice;
        alone();
        family();
        tenant();
        apart();
        noPhone();
        rare();
        contested();
        old();
        recycled();
        uyghur();
        shared();
        disabled();
        grandmother();
        list.add(new Persona("newcomer", "林晓", null, phone(900), null, LocalDate.of(1992, 6, 1), HAOYANG, null,
                Localised.of("不在册的新居民，用姓名和手机号开始", "Not on file; begins with name and phone")));
    }

    static List<Persona> list() {
        return List.copyOf(new Personas(Town.EPOCH, 0, new Dice(SEED)).list);
    }

    static void write(Scribe scribe, Consumer<TownRecord> out, LocalDate today) {
        Personas town = new Personas(today, 0, new Dice(SEED));
        town.write(scribe, town.byKey.keySet());
    }

    /** Writes other people like the persona with this key and like all who live or are linked with that persona, and says who they are. */
    static List<Persona> again(String key, int turn, Consumer<TownRecord> out, LocalDate today) {
        Personas town = new Personas(today, turn, Dice.of(SEED + turn, key.hashCode()));
        Set<String> circle = town.circle(key);
        town.write(new Scribe(out, today, 900_000_000L + 10L * turn), circle);
        return town.list.stream().filter(persona -> circle.contains(persona.key())).toList();
    }

    private void write(Scribe scribe, Set<String> circle) {
        Predicate<Figure> wanted = figure -> circle.stream().anyMatch(key -> byKey.get(key) == figure);
        for (Figure figure : figures.stream().filter(wanted).toList()) {
            List<Act> said = acts.get(figure);
            said.sort(Comparator.comparing(Act::statedAt));
            scribe.person(figure, List.copyOf(said));
        }
        homes.stream().filter(home -> home.members.stream().anyMatch(wanted)).forEach(home -> scribe.home(home, dice));
        for (Hukou hukou : hukous) {
            if (hukou.here && hukou.members.stream().anyMatch(wanted) && !Scribe.sameAsLiving(hukou)) {
                scribe.registered(hukou, dice);
            }
        }
        for (String[] link : links) {
            if (circle.contains(link[1])) {
                Figure from = byKey.get(link[1]);
                scribe.link(link[0], from.id, byKey.get(link[2]).id, from.createdAt, dice);
            }
        }
    }

    /** Who lives with this persona, who is linked to them, and so on. */
    private Set<String> circle(String key) {
        if (!byKey.containsKey(key)) {
            throw new IllegalArgumentException("nobody on file is called " + key);
        }
        Set<String> circle = new LinkedHashSet<>(Set.of(key));
        for (int before = 0; before < circle.size(); ) {
            before = circle.size();
            Set<Home> shared = circle.stream().map(one -> byKey.get(one).home).collect(Collectors.toSet());
            byKey.forEach((other, figure) -> {
                if (shared.contains(figure.home)) {
                    circle.add(other);
                }
            });
            for (String[] link : links) {
                if (circle.contains(link[1]) || circle.contains(link[2])) {
                    circle.add(link[1]);
                    circle.add(link[2]);
                }
            }
        }
        return circle;
    }

    private void alone() {
        Home home = home(grid(HAOYANG, 1), Home.Kind.REFORM, "濠阳新村", "3幢2单元201室");
        Figure gu = add("alone", false, LocalDate.of(1944, 3, 12), "顾秀英", "01", home, hukou(home), 1,
                "82 岁，独居，手机、住址、银行卡在册有效", "82, lives alone; phone, address and bank account held and valid");
        gu.widowed = true;
        police(gu, 130);
        say(gu, Act.Source.OFFICER, Act.Means.IN_PERSON, 60, "visit:grid", GRID, new Value.Region(home.grid), LIVES_ALONE, yes(), CARE_NEED,
                code("able"), SPECIAL_GROUP, text("独居高龄老人"), PROXY_LANGUAGE, text("南通话"));
        say(gu, Act.Source.RESIDENT, Act.Means.SELF, 75, "form:resident-card", ADDRESS, text(home.address), MOBILE, text(gu.mobile), EMERGENCY_PHONE,
                text(phone(2)), MARITAL, code("30"), EDUCATION, code("81"), CHILDREN_N, new Value.Int(1), MEDICAL_PAY, text("职工医保"),
                EMPLOYMENT, code("80"), BANK_NAME, text("江苏银行南通分行"), BANK_ACCOUNT, text("9932061300000000018"), BANK_HOLDER, text(gu.name));

        Home sons = home(grid(RegionCode.of("320613010001"), 1), Home.Kind.COMMODITY, "秀山花园", "12幢1单元902室");
        Figure shen = add("agent", true, LocalDate.of(1970, 10, 2), "沈建华", "01", sons, hukou(sons), 2, "顾秀英的儿子，可代母亲办理",
                "Son of Gu Xiuying, may act for her");
        shen.childOf(null, gu);
        plain(shen, "江苏银行南通分行");
        links.add(new String[] {"agent", "alone", "agent"});
        links.add(new String[] {"emergency-contact", "alone", "agent"});
        links.add(new String[] {"mother", "agent", "alone"});
    }

    private void family() {
        Home home = home(grid(QIFENG, 2), Home.Kind.COMMODITY, "濠景花园", "8幢1单元1103室");
        Hukou hukou = hukou(home);
        Figure father = add("father", true, LocalDate.of(1986, 7, 19), "周磊", "01", home, hukou, 3, "周子涵的父亲", "Father of Zhou Zihan");
        Figure mother = add("mother", false, LocalDate.of(1988, 11, 5), "陆晓燕", "01", home, hukou, 4, "周子涵的母亲和监护人",
                "Mother and guardian of Zhou Zihan");
        father.marry(mother);
        Figure child = add("child", false, LocalDate.of(2018, 4, 23), "周子涵", "01", home, hukou, 0, "小学生，由母亲代为填报", "At primary school; the mother answers");
        child.childOf(father, mother);
        plain(father, "中国银行南通分行");
        plain(mother, "中国工商银行南通分行");
        police(child, 400);
        say(child, Act.Source.RESIDENT, Act.Means.FAMILY, 80, "form:school-enrolment", ADDRESS, text(home.address), REGION, new Value.Region(home.grid.at(5)),
                EDUCATION, code("83"), EDU_SCHOOL, text("南通市第二小学"));
        for (String parent : List.of("mother", "father")) {
            links.add(new String[] {"guardian", "child", parent});
            links.add(new String[] {parent, "child", parent});
        }
        links.add(new String[] {"spouse", "mother", "father"});
        links.add(new String[] {"spouse", "father", "mother"});
    }

    private void tenant() {
        Home home = home(grid(BAIHUAYUAN, 1), Home.Kind.PRIVATE_RENTAL, "百花苑", "21幢4单元502室");
        Hukou hukou = new Hukou(Origins.FUYANG.region(), Origins.FUYANG.zh() + "太和县7组15号", false, true);
        Figure ma = add("tenant", true, LocalDate.of(1963, 5, 20), "马建军", "01", home, hukou, 5, "租房居住，户籍在安徽阜阳", "Tenant, registered in Fuyang, Anhui");
        ma.origin = Origins.FUYANG;
        police(ma, 200);
        say(ma, Act.Source.OFFICER, Act.Means.IN_PERSON, 40, "visit:grid", GRID, new Value.Region(home.grid), ADDRESS, text(home.address), RESIDENCY_KIND,
                text("常住流动"), MOBILE, text(ma.mobile), INFLOW_REASON, code("1"));
    }

    private void apart() {
        Home home = home(grid(HAOBEI, 1), Home.Kind.COMMODITY, "启秀小区", "5幢3单元401室");
        Home former = new Home(grid(XUETIAN, 1), Home.Kind.REFORM, "学田新村", "17幢2单元302室", 1988);
        Hukou hukou = new Hukou(XUETIAN, former.address, true, false);
        hukous.add(hukou);
        Figure ji = add("apart", true, LocalDate.of(1944, 12, 8), "季卫东", "01", home, hukou, 6, "户籍在学田街道，住在和平桥街道",
                "Registered in Xuetian, lives in Hepingqiao");
        plain(ji, "中国农业银行南通分行");
    }

    private void noPhone() {
        Home home = home(grid(HAOYANG, 2), Home.Kind.REFORM, "濠阳新村", "9幢1单元103室");
        Hukou hukou = hukou(home);
        Figure daughter = add("daughter", false, LocalDate.of(1966, 2, 14), "陈丽华", "01", home, hukou, 7, "曹桂兰的女儿，代母亲填报",
                "Daughter of Cao Guilan, answers for her");
        Figure cao = add("no-phone", false, LocalDate.of(1939, 8, 30), "曹桂兰", "01", home, hukou, 0, "87 岁，没有手机", "87, has no phone");
        daughter.childOf(null, cao);
        cao.noPhone = true;
        plain(daughter, "南通农村商业银行");
        police(cao, 130);
        say(cao, Act.Source.OFFICER, Act.Means.IN_PERSON, 25, "visit:grid", GRID, new Value.Region(home.grid), ADDRESS, text(home.address), NO_PHONE, yes(),
                LIVES_ALONE, new Value.YesNo(false), CARE_NEED, code("partly"));
        links.add(new String[] {"agent", "no-phone", "daughter"});
        links.add(new String[] {"emergency-contact", "no-phone", "daughter"});
        links.add(new String[] {"mother", "daughter", "no-phone"});
    }

    private void rare() {
        Home home = home(grid(HAOYANG, 1), Home.Kind.COMMODITY, "怡园", "2幢1单元601室");
        Figure mao = add("rare", true, LocalDate.of(1958, 1, 27), "冒𬭚", "01", home, hukou(home), 8, "姓名有生僻字", "A rare character in the name");
        plain(mao, "交通银行南通分行");
    }

    private void contested() {
        Home home = home(grid(HAOBEI, 2), Home.Kind.REFORM, "濠北新村", "6幢2单元304室");
        Figure zhang = add("contested", true, LocalDate.of(1949, 9, 9), "张德明", "01", home, hukou(home), 9, "住址有两种说法，正在核实",
                "Two sources differ about the address");
        plain(zhang, "中国建设银行南通分行");
        say(zhang, Act.Source.OFFICER, Act.Means.NEIGHBOUR, 12, "visit:grid", ADDRESS, text(Regions.nantong().address(HAOBEI) + "濠北新村11幢1单元102室"));
    }

    private void old() {
        Home home = home(grid(HAOYANG, 2), Home.Kind.REFORM, "濠阳新村", "14幢3单元502室");
        Figure xu = add("old", false, LocalDate.of(1947, 5, 3), "徐凤英", "01", home, hukou(home), 10, "手机号是三年前登记的，请本人确认",
                "The phone was stated three years ago and is to be confirmed");
        police(xu, 300);
        say(xu, Act.Source.RESIDENT, Act.Means.SELF, 1_100, "form:service-hall", MOBILE, text(xu.mobile), MARITAL, code("21"));
        say(xu, Act.Source.OFFICER, Act.Means.IN_PERSON, 90, "visit:grid", GRID, new Value.Region(home.grid), ADDRESS, text(home.address));
    }

    private void recycled() {
        Home home = home(grid(QIFENG, 1), Home.Kind.COMMODITY, "启秀小区", "1幢1单元204室");
        Figure he = add("gave-up", false, LocalDate.of(1952, 3, 3), "何秀芳", "01", home, hukou(home), 11, "在册的旧手机号现在是丁浩的",
                "The number on file is Ding Hao's today");
        police(he, 300);
        say(he, Act.Source.RESIDENT, Act.Means.SELF, 1_500, "form:resident-card", MOBILE, text(phone(12)));
        say(he, Act.Source.OFFICER, Act.Means.IN_PERSON, 50, "visit:grid", GRID, new Value.Region(home.grid), ADDRESS, text(home.address));
        Home other = home(grid(QIFENG, 1), Home.Kind.PRIVATE_RENTAL, "启秀小区", "1幢2单元304室");
        Figure ding = add("recycled", true, LocalDate.of(1996, 8, 17), "丁浩", "01", other, hukou(other), 12, "手机号以前是别人的", "The phone was somebody else's before");
        plain(ding, "中国邮政储蓄银行南通分行");
    }

    private void uyghur() {
        Home home = home(grid(BAIHUAYUAN, 2), Home.Kind.PRIVATE_RENTAL, "百花苑", "2幢1单元101室");
        Hukou hukou = new Hukou(Origins.KASHGAR.region(), Origins.KASHGAR.zh() + "疏附县3组40号", false, true);
        Figure one = add("long-name", true, LocalDate.of(1962, 10, 11), "阿卜杜热合曼·阿布都热依木", "05", home, hukou, 13, "姓名较长并有间隔号",
                "A long name with a middle dot");
        one.origin = Origins.KASHGAR;
        plain(one, "中国农业银行南通分行");
    }

    private void shared() {
        Home home = home(grid(HAOBEI, 1), Home.Kind.REFORM, "濠北新村", "2幢1单元201室");
        Hukou hukou = hukou(home);
        Figure wu = add("shared", true, LocalDate.of(1943, 2, 2), "吴志明", "01", home, hukou, 14, "与妻子共用一部手机", "Shares one phone with his wife");
        Figure zhu = add("shared-wife", false, LocalDate.of(1946, 6, 6), "朱玉珍", "01", home, hukou, 14, "与丈夫共用一部手机", "Shares one phone with her husband");
        wu.marry(zhu);
        plain(wu, "江苏银行南通分行");
        plain(zhu, "江苏银行南通分行");
        links.add(new String[] {"spouse", "shared", "shared-wife"});
        links.add(new String[] {"spouse", "shared-wife", "shared"});
    }

    private void disabled() {
        Home home = home(grid(QIFENG, 1), Home.Kind.REFORM, "启秀新村", "4幢1单元101室");
        Figure qian = add("disabled", true, LocalDate.of(1971, 4, 12), "钱国富", "01", home, hukou(home), 15, "持残疾证，去年登记过需求",
                "Holds a disability certificate; said last year what he needs");
        plain(qian, "江苏银行南通分行");
        say(qian, Act.Source.REGISTER, Act.Means.IMPORT, 500, "register:disabled-federation", DISABILITY_TYPE, code("4"), DISABILITY_LEVEL, code("3"),
                DISABILITY_CERT, text(qian.idNumber + "43"));
        say(qian, Act.Source.RESIDENT, Act.Means.IN_PERSON, 380, "survey:disabled-federation", NEED_AID_DEVICE, yes(), NEED_REHABILITATION, new Value.YesNo(false),
                NEED_JOB, new Value.YesNo(false), NEED_BARRIER_FREE, yes(), NEED_DETAILS, text("卫生间装扶手，换一根拐杖"));
    }

    /** The third generation in the home of the family. */
    private void grandmother() {
        Figure father = byKey.get("father");
        Figure liu = add("grandmother", false, LocalDate.of(1955, 2, 9), "刘玉兰", "01", father.home, father.hukou, 16, "周磊的母亲，三代同住",
                "Mother of Zhou Lei; three generations live together");
        father.childOf(null, liu);
        liu.widowed = true;
        plain(liu, "江苏银行南通分行");
        links.add(new String[] {"mother", "father", "grandmother"});
    }

    /** Register, a recent visit, recent words of the person's own. */
    private void plain(Figure figure, String bank) {
        police(figure, 130);
        Home home = figure.home;
        say(figure, Act.Source.OFFICER, Act.Means.IN_PERSON, 90, "visit:grid", GRID, new Value.Region(home.grid), BUILDING, text(home.building));
        say(figure, Act.Source.RESIDENT, Act.Means.SELF, 70, "form:resident-card", ADDRESS, text(home.address), MOBILE, text(figure.mobile), MARITAL,
                code(figure.spouse == null ? "10" : "21"), BANK_NAME, text(bank), BANK_ACCOUNT, text("99320613%09d".formatted(figure.birth.toEpochDay() + 100_000 + 100_000L * turn)),
                BANK_HOLDER, text(figure.name), EDUCATION, code("61"));
    }

    private void police(Figure figure, int daysAgo) {
        say(figure, Act.Source.REGISTER, Act.Means.IMPORT, daysAgo, "register:police", NAME, text(figure.name), ID_NUMBER, text(figure.idNumber), ID_TYPE,
                code("01"), ETHNIC, code(figure.ethnic), HUKOU_REGION, new Value.Region(figure.hukou.region), HUKOU_ADDRESS, text(figure.hukou.address),
                HUKOU_KIND, code(figure.hukou.rural ? "2" : "1"), NATIVE_PLACE, text(figure.origin == null ? "江苏南通" : figure.origin.zh()));
    }

    private Figure add(String key, boolean male, LocalDate born, String first, String ethnic, Home home, Hukou hukou, int phone, String zh, String en) {
        LocalDate birth = turn == 0 ? born : born.minusDays(Numbers.daysEarlier(turn));
        String surname = turn == 0 ? first.substring(0, 1) : surnames.computeIfAbsent(first.substring(0, 1), any -> Names.surname(dice));
        String name = turn == 0 ? first : Names.full(surname, male, birth.getYear(), ethnic, dice);
        Figure figure = new Figure(male, birth, surname, name, ethnic);
        int number = figures.size() + 1;
        int county = hukou.here ? hukou.region.county() : home.grid.county();
        figure.createdAt = Town.EPOCH.minusDays(1_000).atStartOfDay().plusMinutes(number).toInstant(ZoneOffset.UTC);
        figure.id = new SubjectId(county, Uuid7.at(figure.createdAt.toEpochMilli(), number, number + 1_000L * turn));
        int sequence = 900 + 2 * number + (male ? 1 : 0);
        figure.idNumber = turn == 0 ? Numbers.persona(birth, sequence) : Numbers.again(birth, sequence, turn);
        figure.mobile = phone == 0 ? null : phone(phone);
        home.moveIn(figure);
        hukou.register(figure);
        figures.add(figure);
        acts.put(figure, new ArrayList<>());
        byKey.put(key, figure);
        Localised note = turn == 0 ? Localised.of(zh, en) : Localised.of("像" + first + "一样的另一位居民", "Another resident, like " + first);
        list.add(new Persona(key, name, figure.idNumber, figure.mobile, figure.id, birth, home.grid, hukou.region, note));
        return figure;
    }

    private String phone(int number) {
        return turn == 0 ? Numbers.personaPhone(number) : Numbers.phoneAgain(number, turn);
    }

    private void say(Figure figure, Act.Source source, Act.Means means, int daysAgo, String origin, Object... pairs) {
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            said.put((ElementCode) pairs[i], (Value) pairs[i + 1]);
        }
        Instant at = today.minusDays(daysAgo).atTime(2, 0).toInstant(ZoneOffset.UTC);
        acts.get(figure).add(new Act(dice.uuid(at.toEpochMilli()), source, means, at, origin, said));
    }

    private Home home(RegionCode grid, Home.Kind kind, String estate, String building) {
        String other = turn == 0 ? building : dice.between(30, 120) + building.substring(building.indexOf('幢'));
        Home home = new Home(grid, kind, estate, other, 1995);
        homes.add(home);
        return home;
    }

    private Hukou hukou(Home home) {
        Hukou hukou = new Hukou(home.community(), home.address, true, false);
        hukous.add(hukou);
        return hukou;
    }

    private static RegionCode grid(RegionCode community, int number) {
        return new RegionCode(community.number() + number);
    }

    private static Value yes() {
        return new Value.YesNo(true);
    }
}

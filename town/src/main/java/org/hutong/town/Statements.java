package org.hutong.town;

import static org.hutong.town.Elements.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Value;
import org.hutong.town.Figure.Employment;

/**
 * What registers, grid workers and the person have said about one person: each knows a part, some of it long ago, some of it
 * against each other.
 */
final class Statements {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String[] BANKS = {"中国工商银行南通分行", "中国农业银行南通分行", "江苏银行南通分行", "南通农村商业银行", "中国邮政储蓄银行南通分行", "中国建设银行南通分行",
            "中国银行南通分行", "交通银行南通分行"};
    private static final String[] JOBS = {"纺织工", "电焊工", "船体装配工", "销售员", "会计", "驾驶员", "教师", "护士", "快递员", "厨师", "保洁员", "保安", "程序员", "电工", "文员",
            "仓库管理员", "水电工", "家纺设计师", "营业员", "建筑工人"};
    private static final String[] TRADES = {"小超市", "早餐店", "水果店", "家纺网店", "理发店", "五金店", "快递驿站", "服装店"};
    private static final String[] ALLERGIES = {"无", "无", "无", "无", "青霉素", "头孢类", "磺胺类", "海鲜"};

    private final Dice dice;
    private final LocalDate today;
    private final Figure figure;
    private final int age;
    private final List<Act> acts = new ArrayList<>(4);

    private Statements(Figure figure, Dice dice, LocalDate today) {
        this.figure = figure;
        this.dice = dice;
        this.today = today;
        this.age = figure.age();
    }

    /** Everything said about one person, oldest first. */
    static List<Act> about(Figure figure, RegionCode workRegion, String employer, Dice dice, LocalDate today) {
        Statements statements = new Statements(figure, dice, today);
        statements.policeRegister();
        statements.formerPhone();
        boolean here = figure.home != null;
        boolean visited = here && dice.chance(0.8);
        Act own = null;
        if (visited) {
            statements.gridVisit();
        }
        if (dice.chance(statements.age < 16 ? 0.4 : visited ? 0.62 : 0.9)) {
            own = statements.ownWords(workRegion, employer, visited);
        } else if (here && !visited && dice.chance(0.97)) {
            own = statements.ownWords(workRegion, employer, false);
        }
        statements.socialInsurance(own);
        statements.civilAffairs();
        statements.disabledFederation();
        statements.contradiction(own);
        statements.acts.sort(Comparator.comparing(Act::statedAt));
        return List.copyOf(statements.acts);
    }

    private void policeRegister() {
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        said.put(NAME, text(figure.name));
        if (figure.idNumber != null) {
            said.put(ID_NUMBER, text(figure.idNumber));
            said.put(ID_TYPE, code("01"));
        } else {
            said.put(SEX, code(figure.male ? "1" : "2"));
            said.put(BIRTH_DATE, Value.PartialDay.of(figure.birth));
            said.put(BIRTH_CERT, text("T32" + Numbers.digits(dice, 7)));
        }
        keep(said, 0.97, ETHNIC, code(figure.ethnic));
        said.put(HUKOU_REGION, new Value.Region(figure.hukou.region));
        keep(said, figure.hukou.here ? 0.95 : 0.7, HUKOU_ADDRESS, text(figure.hukou.address));
        keep(said, 0.85, HUKOU_KIND, code(figure.hukou.rural ? "2" : "1"));
        keep(said, 0.5, NATIVE_PLACE, text(figure.origin == null ? "江苏南通" : figure.origin.zh()));
        if (age >= 18 && figure.male && dice.chance(0.035) || dice.chance(0.002)) {
            said.put(VETERAN, new Value.YesNo(true));
        }
        act(Act.Source.REGISTER, Act.Means.IMPORT, dice.between(20, 700), "register:police", said);
    }

    private void formerPhone() {
        if (figure.formerMobile != null) {
            act(Act.Source.RESIDENT, Act.Means.SELF, dice.between(900, 1_900), "form:resident-card", Map.of(MOBILE, text(figure.formerMobile)));
        }
    }

    private void gridVisit() {
        Home home = figure.home;
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        said.put(GRID, new Value.Region(home.grid));
        keep(said, 0.9, ADDRESS, text(home.address));
        keep(said, 0.6, BUILDING, text(home.building));
        if (figure.noPhone) {
            keep(said, 0.8, NO_PHONE, new Value.YesNo(true));
        }
        if (figure.mobile != null) {
            keep(said, 0.7, MOBILE, text(figure.mobile));
        }
        keep(said, 0.5, RESIDENCY_KIND, text(figure.origin == null ? "常住户籍" : "常住流动"));
        if (age >= 60) {
            keep(said, 0.8, LIVES_ALONE, new Value.YesNo(home.members.size() == 1));
            keep(said, age >= 75 ? 0.7 : 0.3, CARE_NEED, code(careNeed()));
            keep(said, 0.25, PROXY_LANGUAGE, text(dice.pick("南通话", "南通话", "海门话", "如皋话", "普通话")));
        }
        if (figure.leftBehind) {
            said.put(LEFT_BEHIND, text("留守儿童"));
            said.put(SPECIAL_GROUP, text("留守儿童"));
        } else if (age >= 60 && home.members.size() <= 2 && figure.children.stream().anyMatch(child -> child.gone != null)) {
            keep(said, 0.5, LEFT_BEHIND, text("留守老人"));
        }
        if (age >= 80 && home.members.size() == 1) {
            keep(said, 0.8, SPECIAL_GROUP, text("独居高龄老人"));
        }
        act(Act.Source.OFFICER, Act.Means.IN_PERSON, ago(0.76), "visit:grid", said);
    }

    private Act ownWords(RegionCode workRegion, String employer, boolean visited) {
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        if (figure.home == null) {
            said.put(REGION, new Value.Region(figure.gone));
            keep(said, 0.4, HUKOU_LEAVE_REASON, code(figure.employment == Employment.STUDENT ? "1" : "0"));
        } else {
            if (!visited) {
                said.put(REGION, new Value.Region(figure.home.community()));
            }
            keep(said, 0.85, ADDRESS, text(figure.home.address));
            if (figure.origin != null) {
                keep(said, 0.7, INFLOW_REASON, code(figure.employment == Employment.STUDENT ? "13" : age < 16 ? "9" : dice.pick("1", "1", "1", "3", "4")));
            }
        }
        String mobile = figure.mobile;
        if (mobile != null) {
            keep(said, 0.9, MOBILE, text(mobile));
            if (!figure.sharedPhone) {
                keep(said, 0.06, WECHAT, text("wx_" + Numbers.digits(dice, 8)));
            }
        }
        if (age >= 6) {
            keep(said, 0.75, EDUCATION, code(education()));
        }
        if (age >= 20) {
            keep(said, 0.8, MARITAL, code(marital()));
            keep(said, 0.55, POLITICAL, code(dice.chance(age > 27 ? 0.085 : 0.03) ? "01" : dice.chance(age < 28 ? 0.2 : 0) ? "03" : "13"));
        }
        if (age >= 16) {
            keep(said, 0.75, EMPLOYMENT, code(figure.employment.code));
            work(said, workRegion, employer);
        } else if (age >= 6) {
            keep(said, 0.6, EDU_SCHOOL, text("南通市第" + dice.pick("一", "二", "三", "四", "五", "六", "七", "八") + (age < 12 ? "小学" : "初级中学")));
        }
        health(said);
        family(said);
        if (age >= 16 && dice.chance(age >= 60 ? 0.5 : 0.3)) {
            bank(said);
        }
        keep(said, 0.06, INCOME_YEAR, new Value.Dec(java.math.BigDecimal.valueOf(dice.between(6, 180) * 1000L)));
        Act.Means means = age < 14 || figure.home == null ? Act.Means.FAMILY : age > 75 && dice.chance(0.4) ? Act.Means.FAMILY : Act.Means.SELF;
        return act(Act.Source.RESIDENT, means, ago(0.74), age < 16 ? "form:school-enrolment" : dice.pick("form:resident-card", "form:service-hall", "form:community"), said);
    }

    private void work(Map<ElementCode, Value> said, RegionCode workRegion, String employer) {
        if (workRegion != null) {
            keep(said, 0.75, WORK_REGION, new Value.Region(workRegion));
            keep(said, 0.8, EMPLOYER, text(employer));
        }
        if (figure.employment.employed()) {
            keep(said, 0.5, OCCUPATION, text(dice.pick(JOBS)));
        } else if (figure.employment == Employment.TRADER) {
            keep(said, 0.6, OCCUPATION, text("经营" + dice.pick(TRADES)));
        }
    }

    private void health(Map<ElementCode, Value> said) {
        if (age >= 60) {
            boolean chronic = dice.chance(0.55);
            keep(said, 0.45, CHRONIC, new Value.YesNo(chronic));
            keep(said, 0.35, HEALTH, code(chronic ? "3" : dice.pick("1", "2")));
            keep(said, 0.12, ALLERGY, text(dice.pick(ALLERGIES)));
            keep(said, age > 74 ? 0.3 : 0.1, MOBILITY, new Value.YesNo(dice.chance(age > 84 ? 0.5 : 0.12)));
        } else {
            keep(said, 0.08, ALLERGY, text(dice.pick(ALLERGIES)));
            keep(said, 0.1, BLOOD_ABO, text(dice.pick("A型", "B型", "O型", "AB型")));
        }
        keep(said, 0.35, MEDICAL_PAY, text(age >= 60 || age < 18 ? dice.pick("城乡居民医保", "职工医保") : "职工医保"));
    }

    private void family(Map<ElementCode, Value> said) {
        Figure close = relative();
        if (close != null && close.mobile != null && age >= 14) {
            keep(said, age >= 60 ? 0.55 : 0.25, EMERGENCY_PHONE, text(close.mobile));
        }
        if (age >= 60) {
            keep(said, 0.5, CHILDREN_N, new Value.Int(Math.max(figure.children.size(), dice.between(1, age > 75 ? 4 : 2))));
            if (figure.home != null) {
                keep(said, 0.5, LIVE_WITH_CHILDREN, new Value.YesNo(figure.children.stream().anyMatch(child -> child.home == figure.home)));
            }
        }
    }

    /** The relative whom one would call: a child, else the spouse, else a parent. */
    private Figure relative() {
        for (Figure child : figure.children) {
            if (child.age() >= 18) {
                return child;
            }
        }
        return figure.spouse != null ? figure.spouse : figure.mother != null ? figure.mother : figure.father;
    }

    private void bank(Map<ElementCode, Value> said) {
        said.put(BANK_NAME, text(dice.pick(BANKS)));
        said.put(BANK_ACCOUNT, text(Numbers.bankAccount(dice)));
        keep(said, 0.8, BANK_HOLDER, text(figure.name));
    }

    private void socialInsurance(Act own) {
        if (age < 60 || !dice.chance(0.55) || own != null && own.values().containsKey(BANK_ACCOUNT)) {
            return;
        }
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        said.put(PENSION, new Value.YesNo(true));
        bank(said);
        act(Act.Source.REGISTER, Act.Means.IMPORT, dice.between(10, 600), "register:social-insurance", said);
    }

    private void civilAffairs() {
        if (!figure.hukou.here) {
            return;
        }
        boolean old = age >= 60;
        boolean tekun = old && figure.spouse == null && figure.children.isEmpty() && dice.chance(0.06);
        boolean dibao = !tekun && dice.chance(figure.hukou.rural ? 0.022 : 0.012);
        boolean asked = dibao || tekun || dice.chance(old ? 0.16 : 0.03);
        if (!asked) {
            return;
        }
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        said.put(DIBAO, new Value.YesNo(dibao));
        said.put(TEKUN, new Value.YesNo(tekun));
        act(Act.Source.REGISTER, Act.Means.IMPORT, dice.chance(0.8) ? dice.between(1, 26) : dice.between(32, 400), "register:civil-affairs", said);
    }

    private void disabledFederation() {
        if (!dice.chance(age < 18 ? 0.011 : age < 60 ? 0.038 : age < 80 ? 0.10 : 0.17)) {
            return;
        }
        String type = dice.pick("1", "2", "3", "4", "4", "4", "4", "5", "6", "7");
        String level = dice.pick("1", "2", "2", "3", "3", "4", "4");
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        said.put(DISABILITY_TYPE, code(type));
        said.put(DISABILITY_LEVEL, code(level));
        if (figure.idNumber != null) {
            said.put(DISABILITY_CERT, text(figure.idNumber + type + level));
        }
        act(Act.Source.REGISTER, Act.Means.IMPORT, dice.between(10, 900), "register:disabled-federation", said);
        if (figure.idNumber != null && figure.home != null && dice.chance(0.8)) {
            lastYearsNeeds(type);
        }
    }

    /** Last year's survey of needs: old by now, so that this year it is confirmed, not asked anew. */
    private void lastYearsNeeds(String type) {
        boolean moves = type.equals("4") || type.equals("7");
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        said.put(NEED_AID_DEVICE, new Value.YesNo(dice.chance(moves ? 0.4 : 0.2)));
        said.put(NEED_REHABILITATION, new Value.YesNo(dice.chance(0.3)));
        said.put(NEED_JOB, new Value.YesNo(age >= 18 && age < 55 && dice.chance(0.3)));
        boolean works = dice.chance(moves ? 0.25 : 0.05);
        said.put(NEED_BARRIER_FREE, new Value.YesNo(works));
        said.put(NEED_DETAILS, text(works ? dice.pick("卫生间装扶手", "门口做坡道", "换坐便器") : "无"));
        act(Act.Source.RESIDENT, Act.Means.IN_PERSON, dice.between(367, 430), "survey:disabled-federation", said);
    }

    /** After the person's own words somebody says otherwise. */
    private void contradiction(Act own) {
        if (own == null || figure.home == null || !dice.chance(0.05)) {
            return;
        }
        int days = (int) java.time.temporal.ChronoUnit.DAYS.between(own.statedAt().atZone(ZONE).toLocalDate(), today);
        if (days < 3) {
            return;
        }
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        if (own.values().containsKey(ADDRESS) && dice.chance(0.5)) {
            Home other = new Home(figure.home.community(), figure.home.kind, dice);
            said.put(ADDRESS, text(other.address));
        }
        if (own.values().get(MARITAL) instanceof Value.Code(String marital) && dice.chance(0.4)) {
            said.put(MARITAL, code(marital.equals("10") ? "21" : marital.equals("30") ? "22" : "40"));
        }
        if (said.isEmpty() && own.values().containsKey(MOBILE) && figure.mobile != null) {
            said.put(MOBILE, text(Numbers.PHONE_PREFIX + Numbers.padded(1000 + dice.below(99_999_000), 8)));
        }
        if (!said.isEmpty()) {
            act(Act.Source.OFFICER, dice.chance(0.6) ? Act.Means.NEIGHBOUR : Act.Means.PHONE, dice.between(1, Math.min(days - 1, 300)), "visit:grid", said);
        }
    }

    private String careNeed() {
        double roll = dice.unit();
        double unable = age < 70 ? 0.01 : age < 80 ? 0.03 : age < 90 ? 0.09 : 0.22;
        return roll < unable ? "unable" : roll < 4 * unable ? "partly" : "able";
    }

    private String marital() {
        return figure.spouse != null ? dice.chance(0.035) ? "22" : "21" : figure.widowed ? "30" : figure.divorced ? "40" : "10";
    }

    private String education() {
        int born = figure.birth.getYear();
        double roll = dice.unit();
        if (figure.employment == Employment.STUDENT) {
            return age < 12 ? "83" : age < 15 ? "73" : age < 19 ? "63" : roll < 0.5 ? "33" : "23";
        }
        if (born < 1950) {
            return roll < 0.34 ? "90" : roll < 0.74 ? "81" : roll < 0.93 ? "71" : roll < 0.98 ? "61" : "21";
        }
        if (born < 1970) {
            return roll < 0.06 ? "90" : roll < 0.32 ? "81" : roll < 0.74 ? "71" : roll < 0.9 ? "61" : roll < 0.96 ? "31" : "21";
        }
        if (born < 1985) {
            return roll < 0.06 ? "81" : roll < 0.46 ? "71" : roll < 0.64 ? "61" : roll < 0.71 ? "41" : roll < 0.86 ? "31" : roll < 0.985 ? "21" : "14";
        }
        return roll < 0.2 ? "71" : roll < 0.34 ? "61" : roll < 0.43 ? "44" : roll < 0.69 ? "31" : roll < 0.95 ? "21" : roll < 0.995 ? "14" : "11";
    }

    /** Days ago: fresh with the given share, else one to six years. */
    private int ago(double fresh) {
        return dice.chance(fresh) ? dice.between(4, 320) : dice.between(366, 366 + dice.below(1_900));
    }

    private Act act(Act.Source source, Act.Means means, int daysAgo, String origin, Map<ElementCode, Value> said) {
        Instant at = today.minusDays(daysAgo).atTime(8, 0).plusMinutes(dice.below(600)).atZone(ZONE).toInstant();
        Act act = new Act(dice.uuid(at.toEpochMilli()), source, means, at, origin, said);
        acts.add(act);
        return act;
    }

    private void keep(Map<ElementCode, Value> said, double share, ElementCode element, Value value) {
        if (dice.chance(share)) {
            said.put(element, value);
        }
    }

    static Value text(String text) {
        return new Value.Text(text);
    }

    static Value code(String code) {
        return new Value.Code(code);
    }
}

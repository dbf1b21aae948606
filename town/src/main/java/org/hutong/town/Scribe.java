package org.hutong.town;

import static org.hutong.town.Elements.*;
import static org.hutong.town.Statements.code;
import static org.hutong.town.Statements.text;

import java.math.BigDecimal;
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
import org.hutong.kernel.Value;
import org.hutong.town.TownRecord.LinkRecord;
import org.hutong.town.TownRecord.SubjectRecord;
import org.hutong.town.TownRecord.Type;

/** Gives the people of a family numbers and ids and writes them down as records, subjects before links. */
final class Scribe {
    private final Consumer<TownRecord> out;
    private final LocalDate today;
    private final Numbers numbers;
    private final Organisations organisations;
    /** Owners of homes seen lately: landlords of those who rent. */
    private final SubjectId[] owners = new SubjectId[64];
    private int ownerCount;
    private long persons;
    private long households;

    Scribe(Consumer<TownRecord> out, LocalDate today, Numbers numbers, Organisations organisations) {
        this.out = out;
        this.today = today;
        this.numbers = numbers;
        this.organisations = organisations;
    }

    /** For people of whom none has an employer on file. @param households how many were numbered before */
    Scribe(Consumer<TownRecord> out, LocalDate today, long households) {
        this(out, today, new Numbers(), null);
        this.households = households;
    }

    long persons() {
        return persons;
    }

    void write(Kin kin, Dice dice) {
        for (Figure figure : kin.figures) {
            register(figure, dice);
        }
        for (Figure figure : kin.figures) {
            phone(figure, dice);
        }
        for (Figure figure : kin.figures) {
            boolean works = figure.employment.employed() && figure.home != null && dice.chance(0.62);
            figure.employer = works ? organisations.pick(dice) : -1;
            RegionCode workRegion = works ? organisations.region(figure.employer) : null;
            String employer = works ? organisations.name(figure.employer) : null;
            person(figure, Statements.about(figure, workRegion, employer, dice, today));
        }
        for (Home home : kin.homes) {
            if (!home.members.isEmpty()) {
                home(home, dice);
            }
        }
        for (Hukou hukou : kin.hukous) {
            if (hukou.here && !hukou.members.isEmpty() && !sameAsLiving(hukou)) {
                registered(hukou, dice);
            }
        }
        for (Figure figure : kin.figures) {
            links(figure, dice);
        }
    }

    void person(Figure figure, List<Act> acts) {
        persons++;
        out.accept(new SubjectRecord(figure.id, Type.PERSON, figure.createdAt, null, acts));
    }

    private void register(Figure figure, Dice dice) {
        figure.createdAt = created(dice);
        int home = figure.hukou.here || figure.home == null ? figure.hukou.region.county() : figure.home.grid.county();
        figure.id = new SubjectId(home, dice.uuid(figure.createdAt.toEpochMilli()));
        boolean newborn = figure.age() < 1 && dice.chance(0.35);
        if (!newborn) {
            figure.idNumber = numbers.id(figure.birth, figure.male);
        }
    }

    private void phone(Figure figure, Dice dice) {
        int age = figure.age();
        double without = age < 12 ? 1 : age < 18 ? 0.55 : age < 60 ? 0.008 : age < 75 ? 0.08 : age < 85 ? 0.36 : 0.62;
        if (!dice.chance(without)) {
            figure.mobile = numbers.phone(dice);
            if (age >= 18 && dice.chance(0.012)) {
                figure.formerMobile = numbers.givenUp();
            }
            return;
        }
        figure.noPhone = age >= 18;
        Figure lender = figure.spouse != null ? figure.spouse : figure.children.isEmpty() ? null : figure.children.getFirst();
        if (age >= 60 && lender != null && lender.mobile != null && dice.chance(0.5)) {
            figure.mobile = lender.mobile;
            figure.sharedPhone = true;
        }
    }

    private static Instant created(Dice dice) {
        return Town.EPOCH.minusDays(dice.between(200, 1_400)).atStartOfDay().plusSeconds(dice.below(86_400)).toInstant(ZoneOffset.UTC);
    }

    void home(Home home, Dice dice) {
        Figure head = Relation.head(home.members);
        int county = home.grid.county();
        boolean collective = home.kind == Home.Kind.DORMITORY || home.kind == Home.Kind.INSTITUTION;
        Instant at = created(dice);
        home.dwelling = new SubjectId(county, dice.uuid(at.toEpochMilli()));
        home.household = new SubjectId(county, dice.uuid(at.toEpochMilli()));
        out.accept(new SubjectRecord(home.dwelling, Type.DWELLING, at, null, List.of(dwelling(home, dice))));
        Map<ElementCode, Value> said = household(collective ? "collective" : "living", home.members, collective ? null : head);
        if (!collective && dice.chance(0.06)) {
            said.put(INCOME_MONTH, new Value.Dec(BigDecimal.valueOf(dice.between(8, 300) * 100L)));
        }
        out.accept(new SubjectRecord(home.household, Type.HOUSEHOLD, at, home.grid,
                List.of(act(Act.Source.OFFICER, Act.Means.IN_PERSON, "visit:grid", said, dice))));
        members(home.household, collective ? "collective" : "living", at, home.members, collective ? null : head, Act.Source.OFFICER, "visit:grid", dice);
        for (Figure member : home.members) {
            link("lives-in", member.id, home.dwelling, at, dice);
        }
        if (home.kind.rented()) {
            link("tenant", home.dwelling, head.id, at, dice);
            if (home.kind == Home.Kind.PRIVATE_RENTAL && ownerCount > 0 && dice.chance(0.45)) {
                link("owner", home.dwelling, owners[dice.below(Math.min(ownerCount, owners.length))], at, dice);
            }
        } else if (!collective) {
            Figure owner = head.age() >= 18 ? head : home.members.getFirst();
            link("owner", home.dwelling, owner.id, at, dice);
            owners[ownerCount++ % owners.length] = owner.id;
        }
    }

    private Act dwelling(Home home, Dice dice) {
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        said.put(DWELLING_REGION, new Value.Region(home.grid));
        said.put(DWELLING_ADDRESS, text(home.address));
        said.put(DWELLING_CODE, text(home.grid + "-" + dice.below(1_000_000)));
        said.put(DWELLING_KIND, code(home.kind.code));
        if (dice.chance(0.7)) {
            said.put(DWELLING_AREA, new Value.Dec(BigDecimal.valueOf(home.rural ? dice.between(80, 320) : dice.between(38, 160))));
        }
        if (dice.chance(0.5)) {
            said.put(DWELLING_ROOMS, new Value.Int(home.rural ? dice.between(3, 8) : dice.between(1, 4)));
        }
        if (dice.chance(0.6)) {
            said.put(DWELLING_FLOORS, new Value.Int(home.floors));
        }
        if (dice.chance(0.4)) {
            said.put(DWELLING_BUILT, new Value.Day(LocalDate.of(home.built, 1 + dice.below(12), 1)));
        }
        if (home.kind.rented()) {
            said.put(DWELLING_RENT_USE, text("居住"));
        }
        return act(Act.Source.OFFICER, Act.Means.IN_PERSON, "visit:grid", said, dice);
    }

    void registered(Hukou hukou, Dice dice) {
        Figure head = Relation.head(hukou.members);
        Instant at = created(dice);
        SubjectId id = new SubjectId(hukou.region.county(), dice.uuid(at.toEpochMilli()));
        Map<ElementCode, Value> said = household("registered", hukou.members, head);
        if (head.idNumber != null) {
            said.put(HEAD_ID, text(head.idNumber));
        }
        out.accept(new SubjectRecord(id, Type.HOUSEHOLD, at, hukou.region, List.of(act(Act.Source.REGISTER, Act.Means.IMPORT, "register:police", said, dice))));
        members(id, "registered", at, hukou.members, head, Act.Source.REGISTER, "register:police", dice);
    }

    /** Registered and living together are one household where they are the same people at the same place. */
    static boolean sameAsLiving(Hukou hukou) {
        Home home = hukou.members.getFirst().home;
        return home != null && home.address.equals(hukou.address) && home.members.size() == hukou.members.size()
                && home.members.containsAll(hukou.members);
    }

    private Map<ElementCode, Value> household(String kind, List<Figure> members, Figure head) {
        Map<ElementCode, Value> said = new LinkedHashMap<>();
        said.put(HOUSEHOLD_KIND, code(kind));
        said.put(HOUSEHOLD_NO, text("H" + Numbers.padded(++households, 9)));
        said.put(HOUSEHOLD_SIZE, new Value.Int(members.size()));
        said.put(HOUSEHOLD_TYPE, text(head == null ? "集体户" : "家庭户"));
        if (head != null) {
            said.put(HEAD_NAME, text(head.name));
        }
        return said;
    }

    private void members(SubjectId household, String kind, Instant at, List<Figure> members, Figure head, Act.Source source, String origin, Dice dice) {
        for (Figure member : members) {
            String relation = head == null ? "99" : Relation.of(head, member);
            Act.Means means = source == Act.Source.REGISTER ? Act.Means.IMPORT : Act.Means.IN_PERSON;
            Act act = act(source, means, origin, Map.of(RELATION_TO_HEAD, code(relation)), dice);
            out.accept(new LinkRecord(dice.uuid(at.toEpochMilli()), "member", kind, member.id, household, null, null, at, List.of(act)));
        }
        if (head != null && kind.equals("registered")) {
            link("head", household, head.id, at, dice);
        }
    }

    private void links(Figure figure, Dice dice) {
        Instant at = figure.createdAt;
        int age = figure.age();
        if (figure.employer >= 0) {
            link("works-at", figure.id, organisations.id(figure.employer), at, dice);
        }
        if (figure.spouse != null && Math.max(age, figure.spouse.age()) >= 60) {
            link("spouse", figure.id, figure.spouse.id, at, dice);
        }
        if (age < 18) {
            if (figure.father != null) {
                link("father", figure.id, figure.father.id, at, dice);
            }
            if (figure.mother != null) {
                link("mother", figure.id, figure.mother.id, at, dice);
            }
            guardians(figure, at, dice);
        } else if (age >= 60) {
            Figure close = figure.children.stream().filter(child -> child.age() >= 18).findFirst().orElse(figure.spouse);
            if (close != null && dice.chance(0.4)) {
                link("emergency-contact", figure.id, close.id, at, dice);
            }
            if (close != null && close != figure.spouse && age >= 75 && dice.chance(0.14)) {
                link("agent", figure.id, close.id, at, dice);
            }
        }
    }

    private void guardians(Figure child, Instant at, Dice dice) {
        if (child.leftBehind && child.father != null) {
            Figure grandparent = child.father.mother != null ? child.father.mother : child.father.father;
            if (grandparent != null) {
                link("guardian", child.id, grandparent.id, at, dice);
            }
            return;
        }
        if (child.mother != null) {
            link("guardian", child.id, child.mother.id, at, dice);
        }
        if (child.father != null) {
            link("guardian", child.id, child.father.id, at, dice);
        }
    }

    void link(String kind, SubjectId from, SubjectId to, Instant at, Dice dice) {
        out.accept(new LinkRecord(dice.uuid(at.toEpochMilli()), kind, null, from, to, null, null, at, List.of()));
    }

    private Act act(Act.Source source, Act.Means means, String origin, Map<ElementCode, Value> said, Dice dice) {
        int ago = dice.chance(0.8) ? dice.between(5, 300) : dice.between(366, 1_600);
        Instant at = today.minusDays(ago).atTime(1, 0).plusMinutes(dice.below(540)).toInstant(ZoneOffset.UTC);
        return new Act(dice.uuid(at.toEpochMilli()), source, means, at, origin, said);
    }
}

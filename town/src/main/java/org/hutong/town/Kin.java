package org.hutong.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.hutong.kernel.RegionCode;
import org.hutong.town.Figure.Employment;

/**
 * A family, or people who share a roof, put together from the dice: who they are to each other, where each lives and is registered.
 * The shares were chosen so that the town as a whole has the figures of the seventh census (a test holds them).
 */
final class Kin {
    private enum Shape { NUCLEAR, OLD_COUPLE, OLD_SINGLE, EMPTY_NEST, MIGRANT_SINGLE, MIGRANT_FAMILY, YOUNG_SINGLE, LEFT_BEHIND, ONE_PARENT, DORMITORY, NURSING_HOME }

    private static final double[] SHAPES = Dice.cumulative(0.40, 0.105, 0.078, 0.10, 0.085, 0.065, 0.06, 0.030, 0.03, 0.010, 0.0025);
    /** Share of those alive by age from 50 in steps of five years; women stay longer. */
    private static final double[] MEN = {0.97, 0.95, 0.91, 0.85, 0.75, 0.60, 0.41, 0.22, 0.09, 0.03, 0.004};
    private static final double[] WOMEN = {0.98, 0.97, 0.95, 0.91, 0.84, 0.72, 0.54, 0.34, 0.16, 0.06, 0.015};

    final List<Figure> figures = new ArrayList<>(6);
    final List<Home> homes = new ArrayList<>(2);
    final List<Hukou> hukous = new ArrayList<>(2);
    private final Dice dice;
    private final double[] weights;
    private final List<TownRegion> communities = Regions.nantong().communities();

    private Kin(Dice dice, double[] weights) {
        this.dice = dice;
        this.weights = weights;
    }

    static Kin of(Dice dice, double[] weights) {
        Kin kin = new Kin(dice, weights);
        RegionCode here = kin.somewhere();
        switch (Shape.values()[dice.weighted(SHAPES)]) {
            case NUCLEAR -> kin.nuclear(here);
            case OLD_COUPLE -> kin.oldCouple(here);
            case OLD_SINGLE -> kin.oldSingle(here);
            case EMPTY_NEST -> kin.emptyNest(here);
            case MIGRANT_SINGLE -> kin.migrantSingle(here);
            case MIGRANT_FAMILY -> kin.migrantFamily(here);
            case YOUNG_SINGLE -> kin.youngSingle(here);
            case LEFT_BEHIND -> kin.leftBehind(here);
            case ONE_PARENT -> kin.oneParent(here);
            case DORMITORY -> kin.dormitory(here);
            case NURSING_HOME -> kin.nursingHome(here);
        }
        kin.forgetWhoNeverWasHere();
        kin.figures.forEach(kin::work);
        return kin;
    }

    /** Grown-up children of migrants who live in a third place are on nobody's file here. */
    private void forgetWhoNeverWasHere() {
        for (Figure figure : List.copyOf(figures)) {
            if (figure.home == null && !figure.hukou.here) {
                figures.remove(figure);
                figure.hukou.members.remove(figure);
                if (figure.spouse != null) {
                    figure.spouse.spouse = null;
                }
                figures.forEach(other -> {
                    other.children.remove(figure);
                    other.father = other.father == figure ? null : other.father;
                    other.mother = other.mother == figure ? null : other.mother;
                });
            }
        }
    }

    private void nuclear(RegionCode here) {
        String ethnic = localEthnic();
        Figure wife = figure(false, dice.between(26, 58), Names.surname(dice), localEthnic());
        Figure husband = figure(true, wife.age() + dice.bell(-3, 7), Names.surname(dice), ethnic);
        husband.marry(wife);
        Home home = home(here, owned(here));
        home.moveIn(husband, wife);
        Hukou hukou = hukou(home);
        hukou.register(husband);
        hukou.register(wife);
        children(husband, wife, home, hukou);
        if (dice.chance(0.62)) {
            grandparents(husband, home, hukou);
        }
        if (dice.chance(0.10)) {
            grandparents(wife, home, hukou);
        }
        if (dice.chance(0.04)) {
            wife.divorced = true;
            husband.divorced = true;
            husband.spouse = null;
            wife.spouse = null;
            home.members.remove(husband);
            home(nearby(here), Home.Kind.PRIVATE_RENTAL).moveIn(husband);
        }
    }

    private void children(Figure father, Figure mother, Home home, Hukou hukou) {
        double roll = dice.unit();
        int count = mother.age() < 30 ? (roll < 0.42 ? 0 : roll < 0.94 ? 1 : 2) : roll < 0.05 ? 0 : roll < 0.66 ? 1 : roll < 0.98 ? 2 : 3;
        int age = mother.age() - dice.bell(21, 34);
        for (int i = 0; i < count && age >= 0; i++) {
            Figure child = figure(dice.chance(0.52), age, father == null ? mother.surname : father.surname,
                    father == null ? mother.ethnic : father.ethnic);
            child.childOf(father, mother);
            hukou.register(child);
            settle(child, home);
            age -= dice.between(2, 8);
        }
    }

    /** Children live at home, study or work elsewhere, or have a home of their own in town. */
    private void settle(Figure child, Home home) {
        if (child.age() < 18) {
            home.moveIn(child);
        } else if (child.age() < 23) {
            if (dice.chance(0.55)) {
                home.moveIn(child);
            } else {
                child.gone = Origins.gone(dice).region();
            }
        } else if (dice.chance(0.43)) {
            home.moveIn(child);
        } else if (dice.chance(0.5)) {
            Home own = home(nearby(home.community()), dice.chance(0.5) ? Home.Kind.PRIVATE_RENTAL : Home.Kind.COMMODITY);
            own.moveIn(child);
            if (dice.chance(0.45) && child.age() >= 25) {
                Figure partner = figure(!child.male, child.age() + dice.between(-2, 2), Names.surname(dice), localEthnic());
                child.marry(partner);
                own.moveIn(partner);
                elsewhere(home.community()).register(partner);
                if (child.age() > 27 && dice.chance(0.5)) {
                    Figure father = child.male ? child : partner;
                    Figure mother = child.male ? partner : child;
                    Figure baby = figure(dice.chance(0.52), dice.between(0, child.age() - 26), father.surname, father.ethnic);
                    baby.childOf(father, mother);
                    own.moveIn(baby);
                    child.hukou.register(baby);
                }
            }
        } else {
            child.gone = Origins.gone(dice).region();
        }
    }

    private void grandparents(Figure child, Home home, Hukou hukou) {
        int age = child.age() + dice.bell(20, 32);
        boolean he = dice.chance(alive(age + 2, true));
        boolean she = dice.chance(alive(age, false));
        Figure father = he ? figure(true, age + dice.between(-1, 4), child.surname, child.ethnic) : null;
        Figure mother = she ? figure(false, age, Names.surname(dice), localEthnic()) : null;
        if (father == null && mother == null) {
            return;
        }
        child.childOf(father, mother);
        Figure one = father != null ? father : mother;
        if (father != null && mother != null) {
            father.marry(mother);
        } else {
            one.widowed = true;
        }
        boolean together = dice.chance(one.spouse == null ? 0.6 : 0.4);
        Home theirs = together ? home : home(dice.chance(0.45) ? home.community() : nearby(home.community()), owned(home.community()));
        Hukou registered = together && dice.chance(0.6) ? hukou : together ? elsewhere(home.community()) : hukou(theirs);
        for (Figure parent : new Figure[] {father, mother}) {
            if (parent != null) {
                theirs.moveIn(parent);
                registered.register(parent);
            }
        }
    }

    private void oldCouple(RegionCode here) {
        Figure wife = figure(false, 57 + dice.bell(0, 28), Names.surname(dice), localEthnic());
        Figure husband = figure(true, wife.age() + dice.between(-1, 5), Names.surname(dice), localEthnic());
        husband.marry(wife);
        Home home = home(here, owned(here));
        home.moveIn(husband, wife);
        Hukou hukou = hukou(home);
        hukou.register(husband);
        hukou.register(wife);
        absentChild(husband, wife, hukou);
    }

    private void oldSingle(RegionCode here) {
        boolean male = dice.chance(0.36);
        Figure old = figure(male, dice.between(61, 80) + dice.bell(0, 14), Names.surname(dice), localEthnic());
        old.widowed = dice.chance(0.82);
        old.divorced = !old.widowed && dice.chance(0.4);
        Home home = home(here, owned(here));
        home.moveIn(old);
        Hukou hukou = hukou(home);
        hukou.register(old);
        if (old.widowed || old.divorced) {
            absentChild(male ? old : null, male ? null : old, hukou);
        }
    }

    /** A child who is registered here and lives in another city. */
    private void absentChild(Figure father, Figure mother, Hukou hukou) {
        int age = (mother != null ? mother.age() : father.age() - 2) - dice.bell(22, 34);
        if (age >= 20 && dice.chance(0.22)) {
            Figure child = figure(dice.chance(0.52), age, (father != null ? father : mother).surname, "01");
            child.childOf(father, mother);
            hukou.register(child);
            child.gone = Origins.gone(dice).region();
        }
    }

    private void emptyNest(RegionCode here) {
        Figure wife = figure(false, dice.between(46, 63), Names.surname(dice), localEthnic());
        Figure husband = figure(true, wife.age() + dice.bell(-3, 7), Names.surname(dice), localEthnic());
        husband.marry(wife);
        Home home = home(here, owned(here));
        home.moveIn(husband, wife);
        Hukou hukou = hukou(home);
        hukou.register(husband);
        hukou.register(wife);
        if (dice.chance(0.3)) {
            grandparents(dice.chance(0.7) ? husband : wife, home, hukou);
        }
        absentChild(husband, wife, hukou);
    }

    private void migrantSingle(RegionCode here) {
        Origins origin = Origins.from(dice);
        Figure one = figure(dice.chance(0.56), 18 + dice.bell(0, 36), Names.surname(dice), origin.ethnic(dice));
        one.origin = origin;
        home(here, Home.Kind.PRIVATE_RENTAL).moveIn(one);
        outside(origin).register(one);
        if (one.age() > 30 && dice.chance(0.25)) {
            one.divorced = dice.chance(0.4);
        }
    }

    private void migrantFamily(RegionCode here) {
        Origins origin = Origins.from(dice);
        String ethnic = origin.ethnic(dice);
        Figure wife = figure(false, dice.between(22, 50), Names.surname(dice), ethnic);
        Figure husband = figure(true, wife.age() + dice.bell(-2, 6), Names.surname(dice), ethnic);
        husband.origin = origin;
        wife.origin = origin;
        husband.marry(wife);
        Home home = home(here, dice.chance(0.75) ? Home.Kind.PRIVATE_RENTAL : Home.Kind.COMMODITY);
        home.moveIn(husband, wife);
        Hukou hukou = outside(origin);
        hukou.register(husband);
        hukou.register(wife);
        int before = figures.size();
        children(husband, wife, home, hukou);
        figures.subList(before, figures.size()).forEach(child -> child.origin = origin);
    }

    private void youngSingle(RegionCode here) {
        Figure one = figure(dice.chance(0.55), 20 + dice.bell(0, 34), Names.surname(dice), localEthnic());
        Home home = home(here, dice.chance(0.45) ? Home.Kind.PRIVATE_RENTAL : owned(here));
        home.moveIn(one);
        (dice.chance(0.5) ? hukou(home) : elsewhere(here)).register(one);
        one.divorced = one.age() > 32 && dice.chance(0.45);
    }

    private void leftBehind(RegionCode here) {
        int age = dice.between(50, 70);
        Figure grandmother = figure(false, age, Names.surname(dice), "01");
        Figure grandfather = figure(true, age + dice.between(0, 4), Names.surname(dice), "01");
        grandfather.marry(grandmother);
        Home home = home(here, owned(here));
        home.moveIn(grandfather, grandmother);
        Hukou hukou = at(home.community(), home.address, home.rural);
        hukou.register(grandfather);
        hukou.register(grandmother);
        Figure father = figure(true, age - dice.between(21, 26), grandfather.surname, "01");
        father.childOf(grandfather, grandmother);
        Figure mother = figure(false, father.age() - dice.between(0, 3), Names.surname(dice), "01");
        father.marry(mother);
        father.gone = Origins.gone(dice).region();
        mother.gone = father.gone;
        hukou.register(father);
        hukou.register(mother);
        int count = dice.chance(0.35) ? 2 : 1;
        int child = Math.min(16, Math.max(1, mother.age() - dice.between(20, 27)));
        for (int i = 0; i < count && child >= 0; i++, child -= dice.between(2, 5)) {
            Figure grandchild = figure(dice.chance(0.53), child, father.surname, "01");
            grandchild.childOf(father, mother);
            grandchild.leftBehind = true;
            home.moveIn(grandchild);
            hukou.register(grandchild);
        }
    }

    private void oneParent(RegionCode here) {
        boolean male = dice.chance(0.3);
        Figure parent = figure(male, dice.between(27, 50), Names.surname(dice), localEthnic());
        parent.divorced = dice.chance(0.85);
        parent.widowed = !parent.divorced;
        Home home = home(here, dice.chance(0.3) ? Home.Kind.PRIVATE_RENTAL : owned(here));
        home.moveIn(parent);
        Hukou hukou = hukou(home);
        hukou.register(parent);
        Figure child = figure(dice.chance(0.52), Math.min(17, Math.max(1, parent.age() - dice.bell(21, 36))), parent.surname, parent.ethnic);
        child.childOf(male ? parent : null, male ? null : parent);
        home.moveIn(child);
        hukou.register(child);
        if (dice.chance(0.35)) {
            grandparents(parent, home, hukou);
        }
    }

    private void dormitory(RegionCode here) {
        Home home = home(here, Home.Kind.DORMITORY);
        boolean students = dice.chance(0.45);
        boolean male = dice.chance(0.55);
        int count = dice.between(4, 8);
        for (int i = 0; i < count; i++) {
            Origins origin = Origins.from(dice);
            Figure one = figure(male, students ? dice.between(18, 22) : 18 + dice.bell(0, 34), Names.surname(dice), origin.ethnic(dice));
            one.origin = origin;
            home.moveIn(one);
            outside(origin).register(one);
        }
    }

    private void nursingHome(RegionCode here) {
        Home home = home(here, Home.Kind.INSTITUTION);
        int count = dice.between(5, 10);
        for (int i = 0; i < count; i++) {
            Figure old = figure(dice.chance(0.38), 70 + dice.bell(0, 27), Names.surname(dice), localEthnic());
            old.widowed = dice.chance(0.8);
            home.moveIn(old);
            elsewhere(here).register(old);
        }
    }

    private Figure figure(boolean male, int age, String surname, String ethnic) {
        LocalDate birth = Town.EPOCH.minusYears(Math.max(age, 0)).minusDays(1 + dice.below(363));
        Figure figure = new Figure(male, birth, surname, Names.full(surname, male, birth.getYear(), ethnic, dice), ethnic);
        figures.add(figure);
        return figure;
    }

    private void work(Figure figure) {
        int age = figure.age();
        boolean rural = figure.hukou != null && figure.hukou.rural;
        double roll = dice.unit();
        if (age < 6) {
            figure.employment = Employment.CHILD;
        } else if (age < 17 || age < 23 && (roll < 0.62 || figure.gone != null && figure.hukou.here)) {
            figure.employment = Employment.STUDENT;
        } else if (age >= (figure.male ? 60 : 55)) {
            figure.employment = rural && age < 78 && roll < 0.4 ? Employment.FARMER : age < 68 && roll < 0.12 ? Employment.WORKER : Employment.RETIRED;
        } else {
            figure.employment = roll < 0.34 ? Employment.WORKER : roll < 0.52 ? Employment.CLERK : roll < 0.63 ? Employment.PROFESSIONAL
                    : roll < 0.655 ? Employment.CIVIL_SERVANT : roll < 0.69 ? Employment.MANAGER : roll < (rural ? 0.80 : 0.70) ? Employment.FARMER
                    : roll < 0.82 ? Employment.FREELANCE : roll < 0.91 ? Employment.TRADER : Employment.NONE;
        }
    }

    private static double alive(int age, boolean male) {
        if (age < 50) {
            return 0.98;
        }
        double[] table = male ? MEN : WOMEN;
        int step = (age - 50) / 5;
        return step >= table.length ? 0 : table[step];
    }

    private String localEthnic() {
        double roll = dice.unit();
        return roll < 0.994 ? "01" : roll < 0.9965 ? "03" : roll < 0.998 ? "11" : dice.pick("06", "08", "15", "02", "10", "07");
    }

    private RegionCode somewhere() {
        return communities.get(dice.weighted(weights)).code();
    }

    /** Another community, most often in the same district. */
    private RegionCode nearby(RegionCode here) {
        boolean same = dice.chance(0.75);
        RegionCode there = somewhere();
        for (int i = 0; i < 6 && same && there.county() != here.county(); i++) {
            there = somewhere();
        }
        return there;
    }

    private Home home(RegionCode community, Home.Kind kind) {
        Home home = new Home(community, kind, dice);
        homes.add(home);
        return home;
    }

    private Home.Kind owned(RegionCode community) {
        if (Regions.nantong().get(community).rural()) {
            return dice.chance(0.85) ? Home.Kind.SELF_BUILT : Home.Kind.RESETTLEMENT;
        }
        double roll = dice.unit();
        return roll < 0.58 ? Home.Kind.COMMODITY : roll < 0.76 ? Home.Kind.REFORM : roll < 0.90 ? Home.Kind.RESETTLEMENT
                : roll < 0.95 ? Home.Kind.SELF_BUILT : Home.Kind.PUBLIC_RENTAL;
    }

    /** Where the people of a home are registered: mostly there, often elsewhere in towns. */
    private Hukou hukou(Home home) {
        return dice.chance(home.rural ? 0.94 : 0.70) ? at(home.community(), home.address, home.rural) : elsewhere(home.community());
    }

    private Hukou elsewhere(RegionCode here) {
        if (dice.chance(0.07)) {
            return outside(Origins.from(dice));
        }
        RegionCode community = nearby(here);
        Home there = new Home(community, owned(community), dice);
        return at(community, there.address, there.rural);
    }

    private Hukou at(RegionCode community, String address, boolean rural) {
        Hukou hukou = new Hukou(community, address, true, rural);
        hukous.add(hukou);
        return hukou;
    }

    private Hukou outside(Origins origin) {
        boolean rural = dice.chance(0.7);
        String address = origin.zh() + (rural ? dice.between(1, 15) + "组" + dice.between(1, 90) + "号" : dice.between(1, 300) + "号");
        Hukou hukou = new Hukou(origin.region(), address, false, rural);
        hukous.add(hukou);
        return hukou;
    }
}

package org.hutong.town;

import java.util.List;

/** Relations to the head of a household, as codes of GB/T 4761. */
final class Relation {
    private static final String[] SONS = {"22", "23", "24", "25", "26"};
    private static final String[] DAUGHTERS = {"32", "33", "34", "35", "36"};

    private Relation() {
    }

    /** The member whom the others are related to: a married man of working age, else the eldest. */
    static Figure head(List<Figure> members) {
        Figure eldest = members.getFirst();
        for (Figure one : members) {
            if (one.male && one.spouse != null && one.age() < 66 && members.contains(one.spouse) && !one.children.isEmpty()) {
                return one;
            }
            if (one.birth.isBefore(eldest.birth)) {
                eldest = one;
            }
        }
        return eldest.male || eldest.spouse == null || !members.contains(eldest.spouse) ? eldest : eldest.spouse;
    }

    static String of(Figure head, Figure one) {
        if (one == head) {
            return "02";
        }
        if (head.spouse == one) {
            return one.male ? "11" : "12";
        }
        if (isParent(head, one) || head.spouse != null && isParent(head.spouse, one)) {
            return child(head, one);
        }
        if (isParent(one, head)) {
            return one.male ? "51" : "52";
        }
        if (head.spouse != null && isParent(one, head.spouse)) {
            return head.male ? one.male ? "55" : "56" : one.male ? "53" : "54";
        }
        if (one.spouse != null && isParent(head, one.spouse)) {
            return one.male ? "28" : "38";
        }
        for (Figure between : head.children) {
            if (isParent(between, one)) {
                return between.male ? one.male ? "41" : "42" : one.male ? "43" : "44";
            }
        }
        if (head.father != null && isParent(one, head.father)) {
            return one.male ? "61" : "62";
        }
        if (head.mother != null && isParent(one, head.mother)) {
            return one.male ? "63" : "64";
        }
        if (one.father != null && one.father == head.father || one.mother != null && one.mother == head.mother) {
            boolean older = one.birth.isBefore(head.birth);
            return one.male ? older ? "71" : "73" : older ? "75" : "77";
        }
        return "97";
    }

    private static boolean isParent(Figure parent, Figure child) {
        return child.father == parent || child.mother == parent;
    }

    private static String child(Figure head, Figure one) {
        List<Figure> children = isParent(head, one) ? head.children : head.spouse.children;
        if (children.size() == 1) {
            return one.male ? "21" : "31";
        }
        int elder = (int) children.stream().filter(other -> other.male == one.male && other.birth.isBefore(one.birth)).count();
        return one.male ? SONS[Math.min(elder, 4)] : DAUGHTERS[Math.min(elder, 4)];
    }
}

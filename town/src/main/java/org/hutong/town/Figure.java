package org.hutong.town;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;

/** One person while the family is being put together. */
final class Figure {
    final boolean male;
    final LocalDate birth;
    private final int age;
    final String surname;
    final String name;
    final String ethnic;
    SubjectId id;
    Instant createdAt;
    /** Where registered. */
    Hukou hukou;
    /** Where living; null when gone to a place outside the city. */
    Home home;
    RegionCode gone;
    /** Where from, when not from here. */
    Origins origin;
    Figure father;
    Figure mother;
    Figure spouse;
    final List<Figure> children = new ArrayList<>(2);
    boolean widowed;
    boolean divorced;
    boolean leftBehind;
    String idNumber;
    String mobile;
    /** A number held years ago that belongs to somebody else today. */
    String formerMobile;
    boolean noPhone;
    /** The number is a relative's. */
    boolean sharedPhone;
    Employment employment = Employment.NONE;
    int employer = -1;

    /** What somebody does, with the code of GB/T 2261.4. */
    enum Employment {
        NONE("70"), CHILD(""), STUDENT("31"), WORKER("24"), CLERK("17"), PROFESSIONAL("13"), CIVIL_SERVANT("11"), MANAGER("21"), FARMER("27"),
        FREELANCE("51"), TRADER("54"), RETIRED("80");

        final String code;

        Employment(String code) {
            this.code = code;
        }

        boolean employed() {
            return this == WORKER || this == CLERK || this == PROFESSIONAL || this == CIVIL_SERVANT || this == MANAGER;
        }
    }

    Figure(boolean male, LocalDate birth, String surname, String name, String ethnic) {
        this.male = male;
        this.birth = birth;
        this.age = Town.ageAtEpoch(birth);
        this.surname = surname;
        this.name = name;
        this.ethnic = ethnic;
    }

    int age() {
        return age;
    }

    void marry(Figure other) {
        spouse = other;
        other.spouse = this;
    }

    void childOf(Figure father, Figure mother) {
        this.father = father;
        this.mother = mother;
        if (father != null) {
            father.children.add(this);
        }
        if (mother != null) {
            mother.children.add(this);
        }
    }
}

package org.hutong.form.paper;

import java.util.List;

/**
 * What stands on one person's sheet, in the language it is printed in.
 *
 * @param head   lines below the title: department, purpose
 * @param person whose sheet it is
 * @param code   see {@link PaperCode}
 */
public record PaperContent(String title, List<String> head, String person, String code, List<Section> sections) {

    /** The questions of one page of the form. */
    public record Section(String title, List<Field> fields) {
    }

    /** How an answer is written. */
    public enum Way {
        /** On a line. */
        LINE,
        /** On several lines. */
        LINES,
        /** One character in each box. */
        BOXES,
        /** By ticking. */
        CHOICE,
        /** In a large empty box: a signature, or a photo that is glued in. */
        SPACE
    }

    /**
     * One question.
     *
     * @param note    what to do, small; may be empty
     * @param held    what is known, printed where the answer goes; empty when nothing is
     * @param options of a choice
     * @param ticked  the options that are known to hold
     * @param boxes   how many, of {@link Way#BOXES}
     */
    public record Field(String label, String note, Way way, String held, List<String> options, List<Integer> ticked, int boxes) {
    }
}

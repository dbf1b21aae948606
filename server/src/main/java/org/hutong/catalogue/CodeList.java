package org.hutong.catalogue;

import java.util.List;
import java.util.Optional;

import org.hutong.kernel.Localised;

/**
 * 代码集: a closed value domain, with the standard it is taken from.
 *
 * @param items   in order, those no longer offered among them
 * @param version raised by every change; from 1
 * @param builtIn ships with Hutong
 */
public record CodeList(String code, Localised name, String standard, List<Item> items, int version, boolean builtIn) {

    /** A new one, in its first version. */
    public CodeList(String code, Localised name, String standard, List<Item> items) {
        this(code, name, standard, items, 1, false);
    }

    /**
     * One code and what it means.
     *
     * @param retired no longer offered; values held stay readable
     */
    public record Item(String code, Localised name, boolean retired) {

        /** On offer. */
        public Item(String code, Localised name) {
            this(code, name, false);
        }
    }

    /** What may be chosen, in order. */
    public List<Item> offered() {
        return items.stream().filter(item -> !item.retired).toList();
    }

    public Optional<Item> item(String code) {
        return items.stream().filter(item -> item.code.equals(code)).findFirst();
    }
}

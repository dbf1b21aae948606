package org.hutong.catalogue;

import java.util.List;
import java.util.Optional;

import org.hutong.kernel.Localised;

/** 代码集: a closed value domain, with the standard it is taken from. */
public record CodeList(String code, Localised name, String standard, List<Item> items) {

    /** One code and what it means. */
    public record Item(String code, Localised name) {
    }

    public Optional<Item> item(String code) {
        return items.stream().filter(item -> item.code.equals(code)).findFirst();
    }
}

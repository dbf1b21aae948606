package org.hutong.kernel.form;

/** The closed value domains that answers are checked against. */
@FunctionalInterface
public interface CodeLists {
    boolean has(String codeList, String code);
}

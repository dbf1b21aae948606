/**
 * 列匹配: which data element a column of a foreign form means, by its wording, by whom it is about, by the form it stands on and by sample values. Plain
 * Java over the shipped resources, for imports, for forms that come from above and for the command line.
 *
 * <p>What it knows stands in {@code catalogue/match}: wordings in general use, rules for wordings that were never seen, and words for people. What was seen
 * on particular forms stands in the catalogue's own synonyms.
 */
@org.springframework.modulith.NamedInterface("match")
package org.hutong.catalogue.match;

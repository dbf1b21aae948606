package org.hutong.bench.match;

import java.util.List;

import org.hutong.catalogue.match.ColumnMatcher.About;
import org.hutong.catalogue.match.ColumnMatcher.Column;

/**
 * The columns of one form.
 *
 * @param id    as in a column file, or the name of the sheet
 * @param truth what each column means, where the file says so; else empty
 */
record ForeignForm(String id, String title, About about, List<Column> columns, List<String> truth) {
}

package org.hutong.bench.match;

import java.util.ArrayList;
import java.util.List;

/** Rows of a CSV text (RFC 4180): quoted cells may hold separators, quotes and line ends. */
final class Csv {

    private Csv() {
    }

    static List<List<String>> rows(String text, char separator, int most) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length() && rows.size() < most; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator || c == '\n') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        if (rows.size() < most && (!cell.isEmpty() || !row.isEmpty())) {
            row.add(cell.toString().strip());
            rows.add(row);
        }
        return rows;
    }
}

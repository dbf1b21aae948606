package org.hutong.bench.onceonly;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One form of one department as it is on paper: its columns in their order. */
record PaperForm(String id, String title, String department, List<Column> columns) {

    /**
     * @param number      from 1, in the order of the form
     * @param wording     what stands on the form
     * @param means       the element or path it means, or {@code (application)}, {@code (officer)}, {@code (system)}
     * @param byResident  whether the resident fills it
     * @param transaction whether it belongs to the single transaction
     */
    record Column(int number, String wording, String means, boolean byResident, boolean transaction) {

        String question() {
            return "c" + number;
        }

        /** The resident is asked, but for this application only: an own question, or a consent that is given anew each time. */
        boolean own() {
            return byResident && (means.equals("(application)") || consent());
        }

        boolean consent() {
            return means.endsWith(".consent");
        }

        /** The answer is a value of the data resource. */
        boolean bound() {
            return byResident && !means.startsWith("(") && !consent();
        }
    }

    /** Reads the columns of many forms; needs the heads {@code form_id form department column element filled_by volatility}. */
    static List<PaperForm> read(BufferedReader in) throws IOException {
        String headLine = in.readLine();
        if (headLine == null) {
            throw new IOException("the file of columns is empty");
        }
        List<String> heads = List.of(headLine.split("\t", -1));
        int form = head(heads, "form_id");
        int title = head(heads, "form");
        int department = head(heads, "department");
        int column = head(heads, "column");
        int element = head(heads, "element");
        int filledBy = head(heads, "filled_by");
        int volatility = head(heads, "volatility");
        Map<String, PaperForm> forms = new LinkedHashMap<>();
        int lineNumber = 1;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lineNumber++;
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length < heads.size()) {
                throw new IOException("line " + lineNumber + " has " + cells.length + " cells, not " + heads.size());
            }
            PaperForm paper = forms.computeIfAbsent(cells[form],
                    id -> new PaperForm(id, cells[title], cells[department], new ArrayList<>()));
            String means = cells[element];
            boolean resident = cells[filledBy].equals("resident") && !means.equals("(system)") && !means.equals("(officer)");
            boolean transaction = cells[volatility].equals("transaction") || means.startsWith("(") || means.endsWith(".consent");
            paper.columns.add(new Column(paper.columns.size() + 1, cells[column], means, resident, transaction));
        }
        return List.copyOf(forms.values());
    }

    private static int head(List<String> heads, String name) throws IOException {
        int at = heads.indexOf(name);
        if (at < 0) {
            throw new IOException("the file of columns has no head '" + name + "'");
        }
        return at;
    }

    /** Which of the six departments of the demo town stands for the one on the paper. */
    String hutongDepartment() {
        if (department.contains("公安")) {
            return "police";
        }
        if (department.contains("卫生")) {
            return "health";
        }
        if (department.contains("残联")) {
            return "disabled-federation";
        }
        if (department.contains("城管") || department.contains("自然资源") || department.contains("热线")) {
            return "urban-management";
        }
        if (department.contains("组织") || department.contains("文明办") || department.contains("统计")) {
            return "human-resources";
        }
        return "civil-affairs";
    }
}

package org.hutong.schema;

import static org.hutong.schema.MigratedDatabase.names;
import static org.hutong.schema.MigratedDatabase.rows;
import static org.hutong.schema.SchemaText.OURS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ErDiagramTest {
    private static final int SHOWN = 12;

    @Test
    void theDiagramIsOfTheSchemaThatShips() throws Exception {
        StringBuilder text = new StringBuilder("""
                # The tables

                Made from the migrations by `ErDiagramTest`, which fails when they differ. Each module owns the schema of its name. Of a wide table
                the first columns are shown. A line is a foreign key; between modules there is none, they meet by id.
                """);
        for (String schema : names("select distinct n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS
                + " and c.relkind in ('r', 'p') order by 1")) {
            schema(schema, text);
        }
        Committed.assertEqual(Path.of("../docs/generated/er.md"), text.toString());
    }

    private static void schema(String schema, StringBuilder text) {
        text.append("\n## ").append(schema).append("\n\n```mermaid\nerDiagram\n");
        for (Map<String, String> table : rows("select c.oid::text as oid, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = '" + schema
                + "' and c.relkind in ('r', 'p') and not c.relispartition order by 2")) {
            table(table.get("oid"), table.get("name"), text);
        }
        for (Map<String, String> key : rows("select f.relname as child, p.relname as parent, r.conname as name from pg_constraint r join pg_class f on f.oid = r.conrelid"
                + " join pg_class p on p.oid = r.confrelid join pg_namespace n on n.oid = f.relnamespace where r.contype = 'f' and n.nspname = '" + schema
                + "' and p.relnamespace = f.relnamespace and r.conparentid = 0 order by 1, 3")) {
            text.append("  ").append(key.get("parent")).append(" ||--o{ ").append(key.get("child")).append(" : \"").append(key.get("name")).append("\"\n");
        }
        text.append("```\n");
    }

    private static void table(String oid, String name, StringBuilder text) {
        List<Map<String, String>> columns = rows("select a.attname as name, regexp_replace(format_type(a.atttypid, a.atttypmod), '[^A-Za-z0-9]+', '_', 'g') as type,"
                + " exists (select 1 from pg_index x where x.indrelid = a.attrelid and x.indisprimary and a.attnum = any (x.indkey)) as key"
                + " from pg_attribute a where a.attrelid = " + oid + " and a.attnum > 0 and not a.attisdropped order by a.attnum");
        text.append("  ").append(name).append(" {\n");
        columns.stream().limit(SHOWN).forEach(column -> text.append("    ").append(column.get("type")).append(' ').append(column.get("name"))
                .append(column.get("key").equals("t") ? " PK" : "").append('\n'));
        if (columns.size() > SHOWN) {
            text.append("    more and_").append(columns.size() - SHOWN).append("_more\n");
        }
        text.append("  }\n");
    }
}

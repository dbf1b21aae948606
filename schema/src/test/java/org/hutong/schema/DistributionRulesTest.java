package org.hutong.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.schema.MigratedDatabase.names;
import static org.hutong.schema.MigratedDatabase.rows;
import static org.hutong.schema.SchemaText.OURS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/**
 * The same migrations must run on PostgreSQL alone and on Citus, distributed by {@code home}. Each rule is one that Citus enforces, or whose
 * breach would make a query visit every node.
 */
class DistributionRulesTest {
    private static final String TABLES = " from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind in ('r', 'p')";
    private static final String HOME = "exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'home' and not a.attisdropped)";

    @Test
    void everyTableHasHomeOrAReasonNotTo() {
        Set<String> without = new TreeSet<>(names("select n.nspname || '.' || c.relname" + TABLES + " and not " + HOME));
        assertThat(without).as("because a table that grows with residents must be spread by home; a small shared one is named in tables-without-home.txt with its because")
                .isEqualTo(ReferenceTables.because().keySet());
    }

    @Test
    void homeIsAnIntegerAndNeverMissing() {
        assertThat(names("select n.nspname || '.' || c.relname || ' ' || format_type(a.atttypid, a.atttypmod)" + " from pg_attribute a join pg_class c on c.oid = a.attrelid"
                + " join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind in ('r', 'p') and a.attname = 'home' and not a.attisdropped"
                + " and (a.atttypid <> 'int4'::regtype or not a.attnotnull)"))
                .as("because tables are placed together only when their distribution columns have one type").isEmpty();
    }

    @Test
    void everyTableHasAPrimaryKey() {
        assertThat(names("select n.nspname || '.' || c.relname" + TABLES + " and not exists (select 1 from pg_index x where x.indrelid = c.oid and x.indisprimary)"))
                .as("because a row without a key can be neither replicated nor found again").isEmpty();
    }

    @Test
    void everyUniqueIndexBeginsWithHome() {
        assertThat(names("select x.indexrelid::regclass::text" + " from pg_index x join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace"
                + " where " + OURS + " and x.indisunique and " + HOME
                + " and c.oid::regclass::text not in (" + registries() + ")"
                + " and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) is distinct from 'home'"))
                .as("because Citus cannot keep a constraint that spans nodes").isEmpty();
    }

    @Test
    void registriesAreKeyedByBlindIndex() {
        for (String registry : REGISTRIES.keySet()) {
            assertThat(names("select a.attname from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0] where x.indisprimary and x.indrelid = '"
                    + registry + "'::regclass")).as(registry + ": " + REGISTRIES.get(registry)).containsExactly("blind_index");
        }
    }

    @Test
    void everyForeignKeyStaysAtHome() {
        List<Map<String, String>> keys = rows("select r.conname as name, r.conrelid::regclass::text as from_table, r.confrelid::regclass::text as to_table,"
                + " (select a.attname from pg_attribute a where a.attrelid = r.conrelid and a.attnum = r.conkey[1]) as from_first,"
                + " (select a.attname from pg_attribute a where a.attrelid = r.confrelid and a.attnum = r.confkey[1]) as to_first,"
                + " exists (select 1 from pg_attribute a where a.attrelid = r.confrelid and a.attname = 'home') as to_home,"
                + " exists (select 1 from pg_attribute a where a.attrelid = r.conrelid and a.attname = 'home') as from_home"
                + " from pg_constraint r join pg_namespace n on n.oid = r.connamespace where " + OURS + " and r.contype = 'f'");
        List<String> breaches = keys.stream()
                .filter(key -> key.get("to_home").equals("t"))
                .filter(key -> !(key.get("from_home").equals("t") && key.get("from_first").equals("home") && key.get("to_first").equals("home")))
                .map(key -> key.get("from_table") + "." + key.get("name")).toList();
        assertThat(breaches).as("because Citus checks a foreign key between distributed tables only where both begin with the distribution column").isEmpty();
    }

    @Test
    void nothingCountsInOnePlace() {
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind = 'S'"))
                .as("because a sequence is one place that every node would ask; ids are made in the application").isEmpty();
        assertThat(names("select c.oid::regclass::text || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where "
                + OURS + " and a.attidentity <> ''")).as("because an identity column is a sequence").isEmpty();
    }

    @Test
    void nothingHappensBehindTheApplicationsBack() {
        assertThat(names("select t.tgrelid::regclass || '.' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where "
                + OURS + " and not t.tgisinternal")).as("because triggers do not run on distributed tables and hide what the code does").isEmpty();
        assertThat(names("select c.oid::regclass::text || '.' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace where "
                + OURS + " and r.rulename <> '_RETURN'")).as("because rules rewrite statements unseen").isEmpty();
    }

    @Test
    void noMaterialisedViewsAndNoExclusionConstraints() {
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind = 'm'"))
                .as("because a materialised view lives on one node and is refreshed whole").isEmpty();
        assertThat(names("select r.conname from pg_constraint r join pg_namespace n on n.oid = r.connamespace where " + OURS + " and r.contype = 'x'"))
                .as("because Citus keeps an exclusion constraint only within a node").isEmpty();
    }

    /** Tables that say which home a person belongs to, and therefore cannot be keyed by it. */
    private static final Map<String, String> REGISTRIES = Map.of(
            "resource.id_registry", "an ID number is unique over all homes, so its registry is spread by the number's blind index");

    private static String registries() {
        return "'" + String.join("', '", REGISTRIES.keySet()) + "'";
    }
}

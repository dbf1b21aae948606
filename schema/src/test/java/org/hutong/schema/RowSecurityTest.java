package org.hutong.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.schema.MigratedDatabase.names;
import static org.hutong.schema.MigratedDatabase.rows;
import static org.hutong.schema.SchemaText.OURS;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Row-level security is the net under the data scope in code; it holds only if no table was forgotten and nobody may step over it. */
class RowSecurityTest {
    /** {@code EXISTS (SELECT 1 FROM t s WHERE s.home = .. AND s.id = ..)} as PostgreSQL writes it. */
    private static final Pattern BY_KEY = Pattern.compile(
            "EXISTS \\( SELECT 1\\s+FROM resource\\.\\w+ (\\w)\\s+WHERE \\(\\(\\1\\.home = \\w+\\.\\w+\\) AND \\(\\1\\.id = \\w+\\.\\w+\\)\\)\\)");
    /** Spread by home but about nobody. */
    static final Map<String, String> ABOUT_NOBODY = Map.of(
            "access.allowance", "keyed hashes and times only; asked before anybody is known");

    @Test
    void everyTableOfResidentsDataHasIt() {
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind in ('r', 'p')"
                + " and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'home' and not a.attisdropped)"
                + " and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))"))
                .filteredOn(table -> !ABOUT_NOBODY.containsKey(table))
                .as("because a table without a forced policy shows every resident to whoever reaches it").isEmpty();
    }

    /** Tables that are read by the key of a subject, so that a policy may look for that subject by its whole primary key. */
    private static final Map<String, String> FOLLOWS_ITS_SUBJECT = Map.of(
            "resource.assertion", "never changed, so it cannot carry where the subject is today; read by subject",
            "resource.correction", "belongs to whom the subject belongs today; read by subject",
            "resource.link", "in an officer's transaction read from a subject only; people are chosen over links by the system",
            "resource.id_registry", "read by blind index, one row",
            "file.attachment", "goes with the person whom it belongs to; read by key or by person",
            "form.paper", "goes with the person whom it was printed for; read by key",
            "file.piece", "goes with the person whom it belongs to; read by attachment");

    @Test
    void policiesAreCheap() {
        assertThat(rows("select p.polrelid::regclass::text as of, p.polname as name, coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as test"
                + " from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where " + OURS))
                .filteredOn(policy -> BY_KEY.matcher(policy.get("test")).replaceAll(FOLLOWS_ITS_SUBJECT.containsKey(policy.get("of")) ? "found" : "$0")
                        .toLowerCase(Locale.ROOT).contains("select"))
                .as("because a policy with a sub-select made a page 3,500 times slower; only a look by a whole primary key is cheap enough").isEmpty();
    }

    @Test
    void theApplicationsRoleOwnsNothingAndMayNotStepOver() {
        assertThat(names("select rolname from pg_roles where rolname = 'hutong_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)")).isEmpty();
        assertThat(names("select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = 'hutong_app'::regrole"))
                .as("because a role it belongs to would lend it its rights").isEmpty();
        assertThat(names("select c.oid::regclass::text from pg_class c where c.relowner = 'hutong_app'::regrole")).isEmpty();
        assertThat(names("select n.nspname from pg_namespace n where n.nspowner = 'hutong_app'::regrole or has_schema_privilege('hutong_app', n.oid, 'create')")).isEmpty();
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind in ('r', 'p')"
                + " and (has_table_privilege('hutong_app', c.oid, 'truncate') or has_table_privilege('hutong_app', c.oid, 'trigger') or has_table_privilege('hutong_app', c.oid, 'references'))"))
                .as("because truncate passes by row-level security").isEmpty();
    }

    @Test
    void thePublicMayDoNothing() {
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a where " + OURS + " and a.grantee = 0")).isEmpty();
        assertThat(names("select n.nspname from pg_namespace n, aclexplode(n.nspacl) a where " + OURS + " and a.grantee = 0")).isEmpty();
    }

    @Test
    void whatWasStatedIsNeverChanged() {
        assertThat(names("select t from unnest(array['resource.assertion', 'form.submission']) t where has_table_privilege('hutong_app', t, 'update') or has_table_privilege('hutong_app', t, 'delete')"))
                .as("because assertions and submissions are evidence: a correction is another row").isEmpty();
    }

    @Test
    void publishedViewsKeepTheReadersScopeAndShowNothingEncrypted() {
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'published' and c.relkind = 'v'"
                + " and not coalesce('security_invoker=true' = any (c.reloptions), false)"))
                .as("because a view reads as its owner unless it says otherwise, and the owner is not bound to a scope").isEmpty();
        assertThat(names("select c.oid::regclass::text || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'published' and a.attnum > 0 and a.atttypid = 'bytea'::regtype"))
                .as("because encrypted values and blind indexes are bytea and never leave their table").isEmpty();
    }
}

package org.hutong.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.hutong.postgres.Login;

/** A whole schema as SQL, read from the system catalogue in a stable order. Running it on an empty database gives the same schema. */
final class SchemaText {
    /** Our schemas: not PostgreSQL's, not Flyway's. */
    static final String OURS = "(n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'migrations', 'public'))";
    private final Login login;
    private final StringBuilder text = new StringBuilder();

    private SchemaText(Login login) {
        this.login = login;
    }

    static String of(Login login) {
        return new SchemaText(login).write();
    }

    private String write() {
        text.append("-- Generated from the migrations; GoldenSchemaTest compares. Rewrite with -Dgolden.update=true.\n");
        part("select 'create extension ' || e.extname || ' with schema ' || n.nspname || ';' as line from pg_extension e join pg_namespace n on n.oid = e.extnamespace"
                + " where e.extname <> 'plpgsql' order by 1");
        part("select 'create schema ' || n.nspname || ';' as line from pg_namespace n where " + OURS + " order by 1");
        part("select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace where " + OURS + " order by p.oid::regprocedure::text");
        for (Map<String, String> table : rows("select c.oid::text as oid, n.nspname || '.' || c.relname as name,"
                + " case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end as partitioned"
                + " from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind in ('r', 'p') and not c.relispartition order by 2")) {
            table(table);
        }
        part("select 'create table ' || n.nspname || '.' || c.relname || ' partition of ' || i.inhparent::regclass || ' ' || pg_get_expr(c.relpartbound, c.oid) || ';' as line"
                + " from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid where " + OURS + " and c.relispartition and c.relkind = 'r' order by 1");
        part("select 'alter table ' || r.conrelid::regclass || ' add constraint ' || quote_ident(r.conname) || ' ' || pg_get_constraintdef(r.oid) || ';' as line"
                + " from pg_constraint r join pg_namespace n on n.oid = r.connamespace where " + OURS + " and r.contype = 'f' and r.conparentid = 0 order by 1");
        part("select pg_get_indexdef(x.indexrelid) || ';' as line from pg_index x join pg_class c on c.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace"
                + " where " + OURS + " and not c.relispartition and not exists (select 1 from pg_constraint r where r.conindid = x.indexrelid and r.contype in ('p', 'u', 'x'))"
                + " order by x.indrelid::regclass::text, c.relname");
        part("select 'create view ' || n.nspname || '.' || c.relname || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') || ' as' || chr(10)"
                + " || pg_get_viewdef(c.oid, true) as line from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind = 'v' order by c.oid");
        part("select 'alter table ' || c.oid::regclass || ' enable row level security;' || case when c.relforcerowsecurity then chr(10) || 'alter table '"
                + " || c.oid::regclass || ' force row level security;' else '' end as line from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where " + OURS + " and c.relrowsecurity order by 1");
        part("select 'create policy ' || quote_ident(p.polname) || ' on ' || p.polrelid::regclass || case when p.polpermissive then '' else ' as restrictive' end"
                + " || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update' when 'd' then ' for delete' else '' end"
                + " || case when p.polroles = '{0}' then '' else ' to ' || array_to_string(array(select rolname from pg_roles where oid = any (p.polroles) order by 1), ', ') end"
                + " || coalesce(chr(10) || '  using (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')"
                + " || coalesce(chr(10) || '  with check (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '') || ';' as line"
                + " from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where " + OURS
                + " order by p.polrelid::regclass::text, p.polname");
        part("select 'grant ' || lower(string_agg(a.privilege_type, ', ' order by a.privilege_type)) || ' on schema ' || n.nspname || ' to ' || a.grantee::regrole || ';' as line"
                + " from pg_namespace n, aclexplode(n.nspacl) a where " + OURS + " and a.grantee <> n.nspowner and a.grantee <> 0 group by n.nspname, a.grantee order by 1");
        part("select 'grant ' || lower(string_agg(a.privilege_type, ', ' order by a.privilege_type)) || ' on ' || c.oid::regclass || ' to '"
                + " || case a.grantee when 0 then 'public' else a.grantee::regrole::text end || ';' as line"
                + " from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a where " + OURS + " and a.grantee <> c.relowner"
                + " group by c.oid, a.grantee order by c.oid::regclass::text, 1");
        part("select 'grant ' || string_agg(lower(a.privilege_type) || ' (' || quote_ident(t.attname) || ')', ', ' order by a.privilege_type, t.attnum) || ' on ' || c.oid::regclass || ' to '"
                + " || case a.grantee when 0 then 'public' else a.grantee::regrole::text end || ';' as line"
                + " from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) a where " + OURS
                + " group by c.oid, a.grantee order by c.oid::regclass::text, 1");
        part("select 'comment on ' || case when d.objsubid > 0 then 'column ' || c.oid::regclass || '.' || quote_ident(t.attname)"
                + " else case c.relkind when 'v' then 'view ' when 'i' then 'index ' else 'table ' end || c.oid::regclass end || ' is ' || quote_literal(d.description) || ';' as line"
                + " from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass join pg_namespace n on n.oid = c.relnamespace"
                + " left join pg_attribute t on t.attrelid = c.oid and t.attnum = d.objsubid and d.objsubid > 0 where " + OURS + " order by c.oid::regclass::text, d.objsubid");
        return text.toString();
    }

    private void table(Map<String, String> table) {
        String oid = table.get("oid");
        List<String> lines = rows("select '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)"
                + " || case a.attgenerated when 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'"
                + " else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end"
                + " || case when a.attcollation <> t.typcollation then ' collate ' || quote_ident(l.collname) else '' end"
                + " || case when a.attnotnull then ' not null' else '' end as line"
                + " from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_collation l on l.oid = a.attcollation"
                + " left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
                + " where a.attrelid = " + oid + " and a.attnum > 0 and not a.attisdropped order by a.attnum").stream().map(row -> row.get("line")).collect(Collectors.toList());
        rows("select '  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where conrelid = " + oid
                + " and contype in ('p', 'u', 'c', 'x') order by position(contype in 'puxc'), conname").forEach(row -> lines.add(row.get("line")));
        text.append("\ncreate table ").append(table.get("name")).append(" (\n").append(String.join(",\n", lines)).append("\n)").append(table.get("partitioned")).append(";\n");
    }

    private void part(String query) {
        List<Map<String, String>> found = rows(query);
        if (!found.isEmpty()) {
            text.append('\n');
            found.forEach(row -> text.append(row.get("line").strip()).append('\n'));
        }
    }

    private List<Map<String, String>> rows(String query) {
        return MigratedDatabase.rows(login, query);
    }
}

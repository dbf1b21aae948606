package org.hutong.resource;

import java.util.ArrayList;
import java.util.List;

import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.ResourceColumns;
import org.hutong.catalogue.ResourceType;
import org.springframework.stereotype.Component;

/** Makes room for what stewards define at run time: a typed column per element, a table per resource type. Never drops anything. */
@Component
class TypedColumns implements ResourceColumns {
    private static final String NAME = "x_[a-z][a-z0-9_]{0,60}";

    @Override
    public List<String> columnsFor(String table, DataElement element) {
        checked(element.column());
        List<String> statements = new ArrayList<>();
        String add = "alter table resource.\"" + table + "\" add column if not exists ";
        if (element.encrypted()) {
            statements.add(add + "\"" + element.column() + "\" bytea");
            statements.add(add + "\"" + element.column() + "_bx\" bytea");
        } else {
            statements.add(add + "\"" + element.column() + "\" " + ColumnCodec.sqlType(element.kind()));
        }
        return statements;
    }

    @Override
    public List<String> tableFor(ResourceType type) {
        String name = checked(type.table());
        String table = "resource.\"" + name + "\"";
        return List.of("create table if not exists " + table + " (home int not null, id uuid not null, created_at timestamptz not null default now(),"
                        + " dek bytea, prov bytea not null default '', merged_into uuid, erased_at timestamptz, region bigint, primary key (home, id))",
                "create index if not exists \"" + name + "_region\" on " + table + " (region)",
                "grant select, insert, update on " + table + " to hutong_app",
                "alter table " + table + " enable row level security",
                "alter table " + table + " force row level security",
                "create policy \"" + name + "_scope\" on " + table + " using (current_setting('hutong.actor', true) = 'background'"
                        + " or (current_setting('hutong.actor', true) = 'officer' and region between current_setting('hutong.lo', true)::bigint"
                        + " and current_setting('hutong.hi', true)::bigint) or (current_setting('hutong.actor', true) = 'resident'"
                        + " and id = any (coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[])))",
                followsItsSubject("assertion", type.code(), name), followsItsSubject("correction", type.code(), name));
    }

    /** Officers see what was stated of subjects of this type where the type's own table shows them the subject. */
    private static String followsItsSubject(String history, String type, String table) {
        if (!type.matches("[a-zA-Z0-9]+")) {
            throw new IllegalArgumentException("not a name for a resource type: " + type);
        }
        return "create policy \"" + table + "_history\" on resource." + history + " using (current_setting('hutong.actor', true) = 'officer' and type = '"
                + type + "' and exists (select 1 from resource.\"" + table + "\" s where s.home = " + history + ".home and s.id = " + history + ".subject))";
    }

    private static String checked(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not a name for a run-time column or table: " + name);
        }
        return name;
    }
}

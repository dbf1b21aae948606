package org.hutong.catalogue;

import java.util.List;

/** What the catalogue asks of the module that stores subjects: the statements that make room for a new definition. */
public interface ResourceColumns {

    /** Statements for the owner role that add the columns of an element; harmless when they are there. */
    List<String> columnsFor(String table, DataElement element);

    /** Statements for the owner role that make the table of a resource type; harmless when it is there. */
    List<String> tableFor(ResourceType type);
}

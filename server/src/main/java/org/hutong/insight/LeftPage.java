package org.hutong.insight;

import java.util.List;
import java.util.Map;

import org.hutong.kernel.SubjectId;
import org.hutong.resource.PersonList;

/**
 * One page of who is left, and whether there is another. A page may be shorter than asked for.
 *
 * @param outcomes how the search for some of them ended, by the code that tasks publish
 */
public record LeftPage(List<PersonList.Line> lines, Map<SubjectId, String> outcomes, boolean more) {
}

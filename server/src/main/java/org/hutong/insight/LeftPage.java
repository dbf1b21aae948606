package org.hutong.insight;

import java.util.List;

import org.hutong.resource.PersonList;

/** One page of who is left, and whether there is another. A page may be shorter than asked for. */
public record LeftPage(List<PersonList.Line> lines, boolean more) {
}

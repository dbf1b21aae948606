package org.hutong.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hutong.kernel.ElementCode;

/** The catalogue as of one revision. */
final class Snapshot {
    final long revision;
    final List<DataElement> elements;
    final Map<ElementCode, DataElement> byCode;
    final Map<Integer, DataElement> byNumber;
    final Map<String, CodeList> codeLists;
    final Map<String, LinkKind> linkKinds;
    final Map<String, ResourceType> types;

    Snapshot(long revision, List<DataElement> elements, List<CodeList> codeLists, List<LinkKind> linkKinds, List<ResourceType> types) {
        this.revision = revision;
        this.elements = List.copyOf(elements);
        this.byCode = elements.stream().collect(Collectors.toUnmodifiableMap(DataElement::code, Function.identity()));
        this.byNumber = elements.stream().collect(Collectors.toUnmodifiableMap(DataElement::no, Function.identity()));
        this.codeLists = codeLists.stream().collect(Collectors.toUnmodifiableMap(CodeList::code, Function.identity()));
        this.linkKinds = linkKinds.stream().collect(Collectors.toUnmodifiableMap(LinkKind::code, Function.identity()));
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(ResourceType::code, Function.identity()));
    }
}

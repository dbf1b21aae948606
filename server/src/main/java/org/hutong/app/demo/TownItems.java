package org.hutong.app.demo;

import org.hutong.resource.BulkItem;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.town.Act;
import org.hutong.town.TownRecord;

/** Records of the invented town in the words of the data resource. */
public final class TownItems {

    private TownItems() {
    }

    public static BulkItem item(TownRecord record) {
        return switch (record) {
            case TownRecord.SubjectRecord subject -> new BulkItem.Subject(subject.id(), subject.type().code(), subject.createdAt(), subject.region(),
                    subject.acts().stream().map(TownItems::act).toList());
            case TownRecord.LinkRecord link -> new BulkItem.Link(link.id(), link.kind(), link.qualifier(), link.from(), link.to(), link.since(), link.until(),
                    link.createdAt(), link.acts().stream().map(TownItems::act).toList());
        };
    }

    private static BulkItem.Act act(Act act) {
        SourceKind source = switch (act.source()) {
            case REGISTER -> SourceKind.REGISTER;
            case OFFICER -> SourceKind.OFFICER;
            case RESIDENT -> SourceKind.RESIDENT;
        };
        return new BulkItem.Act(act.id(), source, Means.valueOf(act.means().name()), act.statedAt(), act.origin(), act.values());
    }
}

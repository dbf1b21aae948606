package org.hutong.bench.onceonly;

import java.util.Optional;

import org.hutong.bench.drill.Caller;
import org.hutong.kernel.SubjectId;
import org.hutong.town.TownRecord.LinkRecord;

/**
 * Somebody for whom forms are filled.
 *
 * @param key    names the person in the tool's account
 * @param caller who is signed in: the person or the guardian
 * @param ward   the person, when the guardian answers; null otherwise
 * @param onFile the person in the town's registers; null for newcomers
 */
record Person(String key, Caller caller, SubjectId ward, SubjectId onFile, TownFacts town) {

    static Person newcomer(String key, Caller caller) {
        return new Person(key, caller, null, null, null);
    }

    boolean isNew() {
        return onFile == null;
    }

    /** What an address needs so that it is about this person. */
    String query() {
        return ward == null ? "" : "?for=" + ward;
    }

    /** Whom or what an element path of this person's forms is about, as the tool's account names it. */
    String subject(String path) {
        int slash = path.indexOf('/');
        String type = path.substring(slash + 1, path.indexOf('.', slash + 1));
        if (slash >= 0) {
            return linked(path.substring(0, slash));
        }
        return switch (type) {
            case "person" -> key;
            case "household" -> named(town == null ? Optional.empty() : town.household(onFile), "household of ");
            case "dwelling" -> dwelling();
            case "member" -> town == null ? "membership of " + key : town.membership(onFile).map(LinkRecord::id).map(Object::toString).orElse("membership of " + key);
            default -> type + " of " + key;
        };
    }

    private String dwelling() {
        return named(town == null ? Optional.empty() : town.over("lives-in", onFile), "dwelling of ");
    }

    private String linked(String link) {
        if (link.equals("member")) {
            return named(town == null ? Optional.empty() : town.otherMember(onFile), "other member with ");
        }
        if (link.equals("owner")) {
            // Of the dwelling, not of the person: who lives there too need not say it again.
            return (town == null ? Optional.<SubjectId>empty() : town.over("lives-in", onFile).flatMap(dwelling -> town.over("owner", dwelling)))
                    .map(SubjectId::toString).orElseGet(() -> "owner of " + dwelling());
        }
        return named(town == null ? Optional.empty() : town.over(link, onFile), link + " of ");
    }

    private String named(Optional<SubjectId> subject, String otherwise) {
        return subject.map(SubjectId::toString).orElse(otherwise + key);
    }

    /** Tells the judge what the registers know of this person and of everybody and everything that the forms reach from here. */
    void tellWhatIsOnFile(Known judge) {
        if (town == null) {
            return;
        }
        town.tell(onFile, judge);
        town.household(onFile).ifPresent(id -> town.tell(id, judge));
        town.over("lives-in", onFile).ifPresent(id -> {
            town.tell(id, judge);
            town.over("owner", id).ifPresent(owner -> town.tell(owner, judge));
        });
        town.membership(onFile).ifPresent(link -> TownFacts.tell(link, judge));
        town.otherMember(onFile).ifPresent(id -> town.tell(id, judge));
        for (String link : new String[] {"guardian", "agent", "emergency-contact"}) {
            town.over(link, onFile).ifPresent(id -> town.tell(id, judge));
        }
    }
}

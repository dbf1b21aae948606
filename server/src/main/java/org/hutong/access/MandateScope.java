package org.hutong.access;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a mandate covers: matters of some departments, one application, or all matters when neither is named.
 *
 * @param departments codes such as {@code civil-affairs}
 */
public record MandateScope(Set<String> departments, @Nullable UUID application) {
    public static final MandateScope ALL = new MandateScope(Set.of(), null);

    public boolean coversAll() {
        return departments.isEmpty() && application == null;
    }

    public boolean covers(UUID one, String department) {
        return application != null ? application.equals(one) : departments.isEmpty() || departments.contains(department);
    }
}

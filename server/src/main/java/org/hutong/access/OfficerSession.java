package org.hutong.access;

import java.util.Optional;
import java.util.UUID;

/**
 * An account that is signed in; {@code officer} is empty until a post is chosen.
 *
 * @param passwordDue the password was made by an administrator; nothing else is done before it is changed
 */
public record OfficerSession(UUID account, String login, String name, boolean passwordDue, Optional<Actor.Officer> officer) {
}

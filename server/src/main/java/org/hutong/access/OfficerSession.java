package org.hutong.access;

import java.util.Optional;
import java.util.UUID;

/** An account that is signed in; {@code officer} is empty until a post is chosen. */
public record OfficerSession(UUID account, String login, String name, Optional<Actor.Officer> officer) {
}

package org.hutong.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This operation may be called by an officer who has chosen a post with one of these roles; take an {@link Actor.Officer} as a
 * parameter to learn who it is. Administrators and auditors see no residents' data, so they are never allowed unless named.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowOfficer {
    Role[] roles() default {Role.OFFICER, Role.WORKER, Role.STEWARD};
}

/**
 * 对象: whom an application addresses: criteria resolved to people, live counts, and the once-only check of what is known of them.
 *
 * <p>Neighbours: uses manifest, resource, catalogue and access; form, outreach and insight ask it who belongs. Never belongs here:
 * SQL over subjects (that is resource's), what is asked of whom (form's).
 */
@org.springframework.modulith.ApplicationModule(displayName = "audience 对象",
        allowedDependencies = {"manifest", "resource", "catalogue", "region", "access", "problem"})
package org.hutong.audience;

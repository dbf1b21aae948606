/**
 * 应用清单: draft, check, publish and versions of applications; the interface that a component kind implements; what components tell
 * each other.
 *
 * <p>Neighbours: uses region, catalogue and access; the component kinds of the levels above implement {@link ComponentKind}. Never
 * belongs here: what a particular kind of component means, residents' data.
 */
@org.springframework.modulith.ApplicationModule(displayName = "manifest 应用清单",
        allowedDependencies = {"region", "catalogue", "access", "problem"})
package org.hutong.manifest;

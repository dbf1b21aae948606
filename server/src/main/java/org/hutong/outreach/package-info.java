/**
 * 通知联系: what residents are told; for now notices that they read in the application.
 *
 * <p>Neighbours: uses audience, manifest, resource and access; implements the component kind {@code notice}. Never belongs here: what is
 * asked of residents (that is {@code form}).
 */
@org.springframework.modulith.ApplicationModule(displayName = "outreach 通知联系",
        allowedDependencies = {"audience", "manifest", "resource", "access", "problem"})
package org.hutong.outreach;

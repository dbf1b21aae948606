/**
 * 数据资源: subjects, links, assertions, current values, corrections, matching and merging.
 *
 * <p>Neighbours: uses region, catalogue, access; everything that knows residents' data asks here. The only module that writes
 * assertions. Never belongs here: applications and what they ask.
 */
@org.springframework.modulith.ApplicationModule(displayName = "resource 数据资源", allowedDependencies = {"region", "catalogue", "file", "access", "problem"})
package org.hutong.resource;

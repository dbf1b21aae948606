/**
 * 区划: the tree from province to grid; who serves where.
 *
 * <p>Neighbours: lowest of all, uses the kernel only. Never belongs here: what lies in a region (residents, dwellings, tasks).
 */
@org.springframework.modulith.ApplicationModule(displayName = "region 区划", allowedDependencies = {})
package org.hutong.region;

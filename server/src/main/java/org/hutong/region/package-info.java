/**
 * 区划: the tree from province to grid; who serves where.
 *
 * <p>Neighbours: its operations ask access who is calling; everything that has a place uses it. Never belongs here: what lies in a region (residents, dwellings, tasks).
 */
@org.springframework.modulith.ApplicationModule(displayName = "region 区划", allowedDependencies = {"access", "problem"})
package org.hutong.region;

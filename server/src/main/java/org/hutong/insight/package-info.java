/**
 * 统计分析: progress of applications by region, live, and who is left.
 *
 * <p>Neighbours: uses manifest, audience, resource, region and access, and reads the views in schema {@code published}; audience because
 * a board counts the people of an audience. Never belongs here: tables of other modules, anything that changes data.
 */
@org.springframework.modulith.ApplicationModule(displayName = "insight 统计分析",
        allowedDependencies = {"manifest", "audience", "resource", "catalogue", "region", "access", "problem", "sheet", "sheet :: web"})
package org.hutong.insight;

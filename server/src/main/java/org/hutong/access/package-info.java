/**
 * 权限: accounts, posts, deputies, sign-in, roles, the data scope, the access journal.
 *
 * <p>Neighbours: uses the kernel and problem only; every module with operations uses it, region and catalogue too, hence
 * {@link org.hutong.access.RegionNames} and {@link org.hutong.access.ResidentDirectory}, which those above implement. Never belongs
 * here: what residents' data means.
 */
@org.springframework.modulith.ApplicationModule(displayName = "access 权限", allowedDependencies = "problem")
package org.hutong.access;

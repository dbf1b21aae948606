/**
 * 权限: accounts, posts, deputies, sign-in, roles, the data scope, the access journal.
 *
 * <p>Neighbours: uses the kernel and problem only; every module with operations uses it to say who may call them, region and catalogue
 * too. What sign-in needs of those above it is declared here and implemented there: {@link org.hutong.access.RegionNames},
 * {@link org.hutong.access.ResidentDirectory}. Never belongs here: what residents' data means.
 */
@org.springframework.modulith.ApplicationModule(displayName = "access 权限", allowedDependencies = "problem")
package org.hutong.access;

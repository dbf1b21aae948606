/**
 * 权限: accounts, posts, deputies, sign-in, roles, the data scope, the access journal.
 *
 * <p>Neighbours: uses region; everything above uses it. Never belongs here: what residents' data means.
 */
@org.springframework.modulith.ApplicationModule(displayName = "access 权限")
package org.hutong.access;

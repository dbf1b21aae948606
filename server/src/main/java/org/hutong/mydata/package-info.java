/**
 * 我的数据: the resident's rights: what is held, from where, and who used it for what.
 *
 * <p>Neighbours: uses manifest, resource, catalogue and access, and reads what forms publish. Never belongs here: changing a value (that is
 * said through a form).
 */
@org.springframework.modulith.ApplicationModule(displayName = "mydata 我的数据",
        allowedDependencies = {"manifest", "resource", "catalogue", "access", "problem"})
package org.hutong.mydata;

/**
 * 我的数据: the resident's rights: what is held, from where, and who used it for what.
 *
 * <p>Neighbours: uses manifest, resource, catalogue, access and sheet, and reads what forms publish. Never belongs here: changing a value (that is
 * said through a form).
 */
@org.springframework.modulith.ApplicationModule(displayName = "mydata 我的数据",
        allowedDependencies = {"manifest", "resource", "catalogue", "access", "problem", "sheet", "sheet :: web"})
package org.hutong.mydata;

/**
 * 数据目录: data elements, code lists, resource types, link kinds and their versions.
 *
 * <p>Neighbours: its operations ask access who is calling. Never belongs here: values of anybody; how values are stored (that is {@code resource}).
 */
@org.springframework.modulith.ApplicationModule(displayName = "catalogue 数据目录", allowedDependencies = {"access", "problem"})
package org.hutong.catalogue;

/** How a table leaves over HTTP; for the controllers of the modules that have one to hand out. */
@org.springframework.modulith.NamedInterface("web")
package org.hutong.sheet.web;

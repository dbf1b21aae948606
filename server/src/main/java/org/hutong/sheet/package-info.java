/**
 * 表格: tables on their way out of the house, as XLSX or CSV, safe to open in a spreadsheet.
 *
 * <p>Lies below every module that has something to hand out. Never belongs here: what stands in a table and who may have it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "sheet 表格", allowedDependencies = {"problem"})
package org.hutong.sheet;

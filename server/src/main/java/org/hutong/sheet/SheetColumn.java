package org.hutong.sheet;

/**
 * A column of a table.
 *
 * @param head  what stands above it
 * @param width in characters, for formats that have widths
 */
public record SheetColumn(String head, int width) {
}

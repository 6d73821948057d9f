package org.dongvon.shared.table;

import org.dongvon.shared.Refused;

/**
 * A cell that cannot be taken.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param column its name in the header
 * @param why the rule, with its facts
 */
public record BadCell(int row, String column, Refused why) {}

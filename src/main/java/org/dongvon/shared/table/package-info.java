/**
 * Tables that people hand in: .csv and .xlsx files, read with limits that hold before anything is believed. A file that
 * is not what it says is refused by name; what is wrong with one cell is named by its row and column. Start with {@code
 * TableFile}.
 */
@NullMarked
package org.dongvon.shared.table;

import org.jspecify.annotations.NullMarked;

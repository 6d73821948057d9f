/**
 * Published figures that people load from files, and the check of what they claim against one another. They are kept
 * apart from the books and never mixed with them. Worked numbers: {@code docs/domain/published-figures.md}. Start with
 * {@code FigureCheck}.
 */
@NamedInterface("figures")
@NullMarked
package org.dongvon.report.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * Why the balance of a loan, a group or a point changed between two days: opening, each kind of movement, closing, and the
 * journals behind them. docs/domain/why-a-balance-changed.md. Start with {@link org.dongvon.report.why.WhyChanged}.
 */
@NamedInterface("why")
@NullMarked
package org.dongvon.report.why;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

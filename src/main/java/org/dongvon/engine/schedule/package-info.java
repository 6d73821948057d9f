/**
 * Instalments of principal: how a loan is divided, when each part falls due, and what is paid of it.
 *
 * <p>Start with {@link org.dongvon.engine.schedule.LoanSchedule}; {@link org.dongvon.engine.schedule.Waterfall} derives
 * the paid state, which is never stored. Worked numbers: {@code docs/domain/schedule.md}.
 */
@NullMarked
package org.dongvon.engine.schedule;

import org.jspecify.annotations.NullMarked;

/**
 * The plan against what is out: by programme, by place below, by month, with what is left and a forecast. Worked numbers:
 * docs/domain/plan.md. Start with {@link org.dongvon.report.plan.PlanReport}.
 */
@NullMarked
package org.dongvon.report.plan;

import org.jspecify.annotations.NullMarked;

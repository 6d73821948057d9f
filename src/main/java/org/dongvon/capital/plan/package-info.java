/**
 * Plan targets: how much may be outstanding where at the end of which month, split from the country to hamlets by decisions of
 * two persons. Worked numbers: docs/domain/plan.md. Start with {@link org.dongvon.capital.plan.PlanTargets}.
 */
@NamedInterface("plan")
@NullMarked
package org.dongvon.capital.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

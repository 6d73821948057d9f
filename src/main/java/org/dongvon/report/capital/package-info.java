/**
 * Reports on capital: how much the local budgets have entrusted, what is missing to the national share and to a target, and
 * the share year by year. Worked numbers: docs/domain/local-share.md. Start with {@link
 * org.dongvon.report.capital.LocalShareReport}.
 */
@NamedInterface("capital")
@NullMarked
package org.dongvon.report.capital;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The report on capital: how much the local budgets have entrusted, and what is missing to the national share. */
@NullMarked
package org.dongvon.report.capital;

import org.jspecify.annotations.NullMarked;

/** The report on Directive 40-CT/TW: what policy credit has become since 2014, and whether published claims hold. */
@NullMarked
package org.dongvon.report.directive40;

import org.jspecify.annotations.NullMarked;

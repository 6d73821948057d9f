/**
 * The lists that people work from, each a class: who owns it, what it finds, which columns it shows. docs/domain/work-lists.md.
 * Start with {@link org.dongvon.report.worklist.WorkList}.
 */
@NullMarked
package org.dongvon.report.worklist;

import org.jspecify.annotations.NullMarked;

/** What is posted at a transaction point before a session: groups and programmes in sums, nobody by name. Reads only. */
@NullMarked
package org.dongvon.session.posted;

import org.jspecify.annotations.NullMarked;

/** What boards and bodies that manage capital are owed of its interest, and what they were paid. */
@NullMarked
package org.dongvon.fee.boards;

import org.jspecify.annotations.NullMarked;

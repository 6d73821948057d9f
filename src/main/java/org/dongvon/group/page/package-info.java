/** The pages of groups: all groups by point, and one group with its members. Start with {@link GroupController}. */
@NullMarked
package org.dongvon.group.page;

import org.jspecify.annotations.NullMarked;

/**
 * What two persons change of a group: founding, members, board, convention, contract 11/TD, merger, split, dissolution. Each
 * is a {@link org.dongvon.group.change.GroupChange} with its fields; one page shows them all. Start with {@code
 * GroupChange}; docs/domain/groups.md.
 */
@NullMarked
package org.dongvon.group.change;

import org.jspecify.annotations.NullMarked;

/**
 * The monthly rating of groups (xếp loại Tổ): six criteria, weights and classes as dated rows, each score explained by the
 * records it counts. docs/domain/group-rating.md. Start with {@code RateGroups}.
 */
@NullMarked
package org.dongvon.supervision.rating;

import org.jspecify.annotations.NullMarked;

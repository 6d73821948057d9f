/**
 * Lists of poor, near-poor, newly escaped and average households as communes decide them: handed in as a table, looked
 * through, approved by a second person. Start with {@link ClassFiles}.
 */
@NamedInterface("classes")
@NullMarked
package org.dongvon.household.classes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

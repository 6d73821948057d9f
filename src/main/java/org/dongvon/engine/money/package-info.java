/**
 * Whole đồng. Nothing here knows fractions, currencies or formats: reading what people type and printing amounts are
 * elsewhere.
 */
@NullMarked
package org.dongvon.engine.money;

import org.jspecify.annotations.NullMarked;

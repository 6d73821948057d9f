/** Dated rules of weights that make 100 together and of classes by points: of the rating of groups and of the score of sessions. */
@NullMarked
package org.dongvon.supervision.weights;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.dongvon.simulation.plan;

import org.jspecify.annotations.NullMarked;

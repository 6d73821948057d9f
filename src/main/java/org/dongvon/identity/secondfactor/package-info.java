/** The second factor: an app that shows a code each thirty seconds, and ten codes on paper for the day it is lost. */
@NullMarked
package org.dongvon.identity.secondfactor;

import org.jspecify.annotations.NullMarked;

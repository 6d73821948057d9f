@NullMarked
package org.dongvon.session.paper;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.dongvon.session.board;

import org.jspecify.annotations.NullMarked;

/** What an office sees of its messages, and what a person decides about one. Start with {@code MessagePages}. */
@NullMarked
package org.dongvon.notice.page;

import org.jspecify.annotations.NullMarked;

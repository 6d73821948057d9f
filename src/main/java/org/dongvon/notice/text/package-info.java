/** What a message says: templates with places, and how long a text is for the network. Start with {@code ShortMessage}. */
@NullMarked
package org.dongvon.notice.text;

import org.jspecify.annotations.NullMarked;

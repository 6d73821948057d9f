/** The texts of messages by kind, language and day, changed by two persons. Start with {@code Templates}. */
@NullMarked
package org.dongvon.notice.template;

import org.jspecify.annotations.NullMarked;

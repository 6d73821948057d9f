/**
 * How numbers, dates and sentences are read and written, in Vietnamese and English: the one place for pages, commands,
 * reports and files. Patterns are ours, not the JDK's, which changes them between releases. Start with {@code Formats}.
 */
@NullMarked
package org.dongvon.shared.text;

import org.jspecify.annotations.NullMarked;

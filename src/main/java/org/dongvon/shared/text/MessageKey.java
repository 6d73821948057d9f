package org.dongvon.shared.text;

/**
 * A fact of a sentence that is itself a message: written in the reader's language.
 *
 * @param key such as {@code role.TELLER}
 */
public record MessageKey(String key) {}

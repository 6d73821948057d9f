package org.dongvon.identity.password;

import java.security.SecureRandom;

/** A password for one log-in, that can be read out over the telephone: five times four letters and digits. */
public final class OneTimePassword {

    /** Without those that look alike: 31 characters, so that 20 of them are 99 bits. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /** A new one, such as {@code k7mq-4xwz-…}. */
    public static String random() {
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}

package org.dongvon.shared.text;

/** What was typed, cut so that a sentence can quote it. */
public final class Shortened {

    private Shortened() {}

    /** At most so many characters, and an ellipsis where something was cut. */
    public static String text(String typed, int longest) {
        return typed.length() <= longest ? typed : typed.substring(0, longest) + "…";
    }
}

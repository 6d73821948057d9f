package org.dongvon.shared.text;

/** What was typed, cut so that a sentence can quote it. */
final class Shortened {

    private Shortened() {}

    static String text(String typed, int longest) {
        return typed.length() <= longest ? typed : typed.substring(0, longest) + "…";
    }
}

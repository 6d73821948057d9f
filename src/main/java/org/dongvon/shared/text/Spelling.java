package org.dongvon.shared.text;

import java.text.Normalizer;

/** What people typed, in the one spelling in which it is kept: composed letters (NFC), nothing around it. */
public final class Spelling {

    private Spelling() {}

    /** A text as it is kept; lines inside it stay. */
    public static String of(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    /** A text of one line: whatever stands between its words is one space. */
    public static String ofLine(String typed) {
        return of(typed.strip().replaceAll("\\s+", " "));
    }
}

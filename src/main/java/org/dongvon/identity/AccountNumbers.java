package org.dongvon.identity;

import java.util.HexFormat;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/** Writes the identity number of somebody who is to have an account into a request: its end, and its keyed hash. */
@Component
public class AccountNumbers {

    private static final int SHOWN = 4;

    private final PersonNumbers numbers;

    AccountNumbers(PersonNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * The facts with the number, such as {@code ••••••••0123}.
     *
     * @throws org.dongvon.shared.Refused {@link IdentityRefusal#IDENTITY_NUMBER_WRONG}
     */
    public Entered read(String typed) {
        var hash = HexFormat.of().formatHex(numbers.hash(typed));
        var digits = typed.replaceAll("[^0-9]", "");
        return new Entered("•".repeat(digits.length() - SHOWN) + digits.substring(digits.length() - SHOWN), hash);
    }

    /** An identity number as a request keeps it. */
    public record Entered(String masked, String hash) {

        /** A number that was not read. */
        public static final Entered NONE = new Entered("", "");

        /** The facts with it. */
        public Facts in(Facts facts) {
            return facts.text("number", masked).hidden(AccountChanges.NUMBER_HASH, hash);
        }
    }
}

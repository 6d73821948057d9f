package org.dongvon.identity;

import java.util.regex.Pattern;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** Identity numbers of those who log in, as keyed hashes: equal numbers are found, none can be read back. */
@Component
class PersonNumbers {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");

    private final byte[] key;

    PersonNumbers(InstallationKey key) {
        this.key = DerivedKey.of(key, "identity.person.number");
    }

    /**
     * The hash of a number as it was typed, spaces and dots aside.
     *
     * @throws Refused {@link IdentityRefusal#IDENTITY_NUMBER_WRONG}
     */
    byte[] hash(String typed) {
        var digits = typed.replaceAll("[\\s.]+", "");
        if (!NUMBER.matcher(digits).matches()) {
            throw new Refused(IdentityRefusal.IDENTITY_NUMBER_WRONG);
        }
        return DerivedKey.hmac(key, digits);
    }
}

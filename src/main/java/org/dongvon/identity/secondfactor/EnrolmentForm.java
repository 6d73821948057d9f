package org.dongvon.identity.secondfactor;

import org.dongvon.identity.Owner;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Form;

/** The secret of a form that may have come back: then it stays the same, since the telephone has scanned it. */
final class EnrolmentForm {

    private EnrolmentForm() {}

    static Enrolment of(SecondFactors factors, Owner owner, Form form) {
        var sealed = form.text("sealed");
        try {
            return sealed.isEmpty() ? factors.begin(owner) : factors.again(owner, sealed);
        } catch (Refused notOurs) {
            return factors.begin(owner);
        }
    }
}

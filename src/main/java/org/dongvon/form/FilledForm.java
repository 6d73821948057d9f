package org.dongvon.form;

import java.util.List;

/**
 * A filled form with everybody whom it names, by identifier.
 *
 * <p>It is read inside a transaction and laid out after it: {@code forms.print(transactions.read(…), Purpose.LOANS)}.
 */
public record FilledForm(FormDocument document, List<Long> people) {

    public FilledForm {
        people = List.copyOf(people);
    }
}

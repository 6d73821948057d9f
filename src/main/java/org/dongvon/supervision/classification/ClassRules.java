package org.dongvon.supervision.classification;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.springframework.stereotype.Component;

/** What the dated rules say of classes and causes. */
@Component
class ClassRules {

    private final Programmes programmes;

    ClassRules(Programmes programmes) {
        this.programmes = programmes;
    }

    /** The rules of the day on which a round was taken. */
    Rules on(LocalDate day) {
        var book = programmes.current().parameters();
        return new Rules(
                book.names(ParameterCode.DEBT_ABILITIES, day),
                book.names(ParameterCode.DEBT_UNRECOVERABLE, day),
                book.names(ParameterCode.DEBT_CAUSES, day));
    }

    /** Classes by ability to repay, those that are unrecoverable, and causes; each word's message is {@code rule.value.<NAME>}. */
    record Rules(List<String> abilities, List<String> unrecoverable, List<String> causes) {}
}

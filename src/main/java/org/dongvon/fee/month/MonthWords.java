package org.dongvon.fee.month;

import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.springframework.stereotype.Component;

/** The name of a month for people: {@code PGD Lê Chân, tháng 4/2024}. */
@Component
public class MonthWords {

    private final Units units;

    MonthWords(Units units) {
        this.units = units;
    }

    public Label describe(FeeMonth month) {
        var office = units.find(month.office()).map(Unit::name).orElse(month.office());
        return new Label(
                office + ", " + Formats.in(Language.VI).month(month.first()),
                office + ", " + Formats.in(Language.EN).month(month.first()));
    }
}

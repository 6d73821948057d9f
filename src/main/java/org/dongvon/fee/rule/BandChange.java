package org.dongvon.fee.rule;

import java.util.List;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At which overdue ratios how much of the entrustment fee is paid, from a day on. Months computed before stay as they are. */
@Component
class BandChange extends PercentRule {

    static final List<String> FIELDS = List.of("reduced_from", "halved_from", "nothing_from", "reduced", "halved");

    private static final long WHOLE_RATIO = 10_000;
    private static final long WHOLE_SHARE = 100;

    private static final String ROWS = """
            select valid_from, reduced_from, halved_from, nothing_from, reduced, halved, mark
              from fee.band
             order by valid_from
            """;

    private static final String ADD = """
            insert into fee.band (valid_from, reduced_from, halved_from, nothing_from, reduced, halved, document_id, mark, note)
            select :from, :reduced_from, :halved_from, :nothing_from, :reduced, :halved, d.id, 'FOUND', :note
              from document.document d
             where d.code = :document
            """;

    BandChange(JdbcClient db, RuleDays days, PointsAndDays points, Messages messages) {
        super(new Table(ROWS, ADD, FIELDS), db, days, points, messages);
    }

    @Override
    String word() {
        return "band";
    }

    @Override
    void checkFields(Facts wanted) {
        if (!isInOrder(wanted)) {
            throw new Refused(FeeRefusal.BANDS_NOT_IN_ORDER);
        }
    }

    private static boolean isInOrder(Facts wanted) {
        long reduced = wanted.countOf("reduced");
        long halved = wanted.countOf("halved");
        long first = wanted.countOf("reduced_from");
        long second = wanted.countOf("halved_from");
        long last = wanted.countOf("nothing_from");
        return 0 < first
                && first < second
                && second < last
                && last <= WHOLE_RATIO
                && WHOLE_SHARE >= reduced
                && reduced >= halved;
    }

    @Override
    int decimals(String field) {
        return field.endsWith("_from") ? Percent.SHARES : 0;
    }
}

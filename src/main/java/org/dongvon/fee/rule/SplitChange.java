package org.dongvon.fee.rule;

import java.util.List;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the entrustment fee is split among the levels of an association, from a day on. Months computed before stay as they are. */
@Component
class SplitChange extends PercentRule {

    static final List<String> FIELDS = List.of("central", "province", "district", "commune");

    private static final long WHOLE = 10_000;

    private static final String ROWS = """
            select valid_from, central, province, district, commune, mark
              from fee.split
             order by valid_from
            """;

    private static final String ADD = """
            insert into fee.split (valid_from, central, province, district, commune, document_id, mark, note)
            select :from, :central, :province, :district, :commune, d.id, 'FOUND', :note
              from document.document d
             where d.code = :document
            """;

    SplitChange(JdbcClient db, RuleDays days, PointsAndDays points, Messages messages) {
        super(new Table(ROWS, ADD, FIELDS), db, days, points, messages);
    }

    @Override
    String word() {
        return "split";
    }

    @Override
    void checkFields(Facts wanted) {
        if (FIELDS.stream().mapToLong(wanted::countOf).sum() != WHOLE) {
            throw new Refused(FeeRefusal.SPLIT_NOT_WHOLE);
        }
    }
}

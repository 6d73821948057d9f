package org.dongvon.fee.rule;

import java.util.List;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The least risk provision of local capital, from a day on: docs/domain/interest-distribution.md. */
@Component
class ProvisionChange extends PercentRule {

    static final List<String> FIELDS = List.of("rate");

    private static final long WHOLE = 10_000;

    private static final String ROWS = """
            select valid_from, rate, mark
              from fee.provision
             order by valid_from
            """;

    private static final String ADD = """
            insert into fee.provision (valid_from, rate, document_id, mark, above_mark, note)
            select :from, :rate, d.id, 'FOUND', 'FOUND', :note
              from document.document d
             where d.code = :document
            """;

    ProvisionChange(JdbcClient db, RuleDays days, PointsAndDays points, Messages messages) {
        super(new Table(ROWS, ADD, FIELDS), db, days, points, messages);
    }

    @Override
    String word() {
        return "provision";
    }

    @Override
    void checkFields(Facts wanted) {
        if (wanted.countOf("rate") > WHOLE) {
            throw new Refused(FeeRefusal.PROVISION_OUTSIDE);
        }
    }
}

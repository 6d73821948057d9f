package org.dongvon.loan;

import java.time.LocalDate;
import org.dongvon.household.PersonTags;
import org.dongvon.ledger.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Movements of loans in the sealed book. */
@Component
class SealedLoans implements SealedRows {

    private static final String ROWS = """
            select m.journal_id, m.line_no, m.line_id, null as secret,
                   concat_ws(' ', 'loan', m.point_id, m.loan_id, coalesce(l.code, '-'), m.series_id, m.part, m.kind, m.value_date,
                             m.principal, m.interest, m.constant, coalesce(m.reverses::text, '-'), coalesce(t.tag, '-')) as text
              from ledger.v_journal j
              join loan.movement m on m.journal_id = j.id
              left join loan.loan l on l.id = m.loan_id
              left join household.v_person_tag t on t.person_id = l.borrower_id
             where j.id = any (cast(:journals as bigint[]))
            """;

    private static final String UNTAGGED = """
            select distinct l.borrower_id as person_id
              from ledger.v_journal j
              join loan.movement m on m.journal_id = j.id
              join loan.loan l on l.id = m.loan_id
             where j.office_id = :office and j.business_date between :from and :to
               and not exists (select from household.v_person_tag t where t.person_id = l.borrower_id)
            """;

    private final PersonTags tags;
    private final JdbcClient db;

    SealedLoans(PersonTags tags, JdbcClient db) {
        this.tags = tags;
        this.db = db;
    }

    @Override
    public String ofVouchers() {
        return ROWS;
    }

    @Override
    public void prepare(long officeId, LocalDate from, LocalDate to) {
        tags.make(db.sql(UNTAGGED)
                .param("office", officeId)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> row.getLong("person_id"))
                .list());
    }
}

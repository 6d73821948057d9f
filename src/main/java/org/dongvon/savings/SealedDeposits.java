package org.dongvon.savings;

import java.time.LocalDate;
import org.dongvon.household.PersonTags;
import org.dongvon.ledger.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Movements of members' deposits in the sealed book. */
@Component
class SealedDeposits implements SealedRows {

    private static final String ROWS = """
            select m.journal_id, m.line_no, m.line_id, null as secret,
                   concat_ws(' ', 'deposit', m.point_id, m.account_id, m.value_date, m.amount, coalesce(m.reverses::text, '-'),
                             coalesce(t.tag, '-')) as text
              from ledger.v_journal j
              join savings.movement m on m.journal_id = j.id
              left join savings.account a on a.id = m.account_id
              left join "group".v_member g on g.id = a.member_id
              left join household.v_person_tag t on t.person_id = g.person_id
             where j.id = any (cast(:journals as bigint[]))
            """;

    private static final String UNTAGGED = """
            select distinct g.person_id
              from ledger.v_journal j
              join savings.movement m on m.journal_id = j.id
              join savings.account a on a.id = m.account_id
              join "group".v_member g on g.id = a.member_id
             where j.office_id = :office and j.business_date between :from and :to
               and not exists (select from household.v_person_tag t where t.person_id = g.person_id)
            """;

    private final PersonTags tags;
    private final JdbcClient db;

    SealedDeposits(PersonTags tags, JdbcClient db) {
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

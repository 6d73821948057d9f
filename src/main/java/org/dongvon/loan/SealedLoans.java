package org.dongvon.loan;

import java.time.LocalDate;
import org.dongvon.household.PersonTags;
import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Movements of loans in the sealed book. */
@Component
class SealedLoans implements SealedRows {

    // Each line is of who owed the loan on its business day, whoever owes it now.
    private static final String ROWS = """
            select m.journal_id, m.line_no, m.line_id, null as secret,
                   concat_ws(' ', 'loan', m.point_id, m.loan_id, coalesce(l.code, '-'), m.series_id, m.part, m.kind, m.value_date,
                             m.principal, m.interest, m.constant, coalesce(m.reverses::text, '-'), coalesce(t.tag, '-')) as text
              from ledger.v_journal j
              join loan.movement m on m.journal_id = j.id
              left join loan.loan l on l.id = m.loan_id
            """ + FormerBorrower.OF_THE_DAY + """
              left join household.v_person_tag t on t.person_id = coalesce(s.from_person, l.borrower_id)
             where j.id = any (cast(:journals as bigint[]))
             union all
            select s.journal_id, s.line_no, s.line_id, null,
                   concat_ws(' ', 'source', s.point_id, s.loan_id, s.change_id, s.from_contract, s.from_allotment, s.to_contract,
                             s.to_allotment, s.principal)
              from ledger.v_journal j
              join loan.source_move s on s.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
            """;

    private static final String UNTAGGED = """
            select distinct b.person_id
              from ledger.v_journal j
              join loan.movement m on m.journal_id = j.id
              join loan.loan l on l.id = m.loan_id
            """ + FormerBorrower.OF_THE_DAY + """
             cross join lateral (select coalesce(s.from_person, l.borrower_id)) b (person_id)
             where j.office_id = :office and j.business_date between :from and :to
               and not exists (select from household.v_person_tag t where t.person_id = b.person_id)
            """;

    private final PersonTags tags;

    SealedLoans(PersonTags tags) {
        this.tags = tags;
    }

    @Override
    public String ofVouchers() {
        return ROWS;
    }

    @Override
    public void prepare(long officeId, LocalDate from, LocalDate to) {
        tags.make(UNTAGGED, officeId, from, to);
    }
}

package org.dongvon.loan;

import java.time.LocalDate;
import org.dongvon.household.PersonTags;
import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Loans that passed to another borrower, in the sealed book. */
@Component
class SealedSuccessions implements SealedRows {

    private static final String ROWS = """
            select s.journal_id, s.line_no, s.line_id, s.evidence as secret,
                   concat_ws(' ', 'succession', s.point_id, s.loan_id, s.on_day, s.from_household, coalesce(f.tag, '-'),
                             coalesce(s.from_member::text, '-'), s.to_household, coalesce(t.tag, '-'), coalesce(s.to_member::text, '-'),
                             s.deposit, s.request_id) as text
              from ledger.v_journal j
              join loan.succession s on s.journal_id = j.id
              left join household.v_person_tag f on f.person_id = s.from_person
              left join household.v_person_tag t on t.person_id = s.to_person
             where j.id = any (cast(:journals as bigint[]))
            """;

    private static final String UNTAGGED = """
            select distinct b.person_id
              from ledger.v_journal j
              join loan.succession s on s.journal_id = j.id
             cross join lateral (values (s.from_person), (s.to_person)) b (person_id)
             where j.office_id = :office and j.business_date between :from and :to
               and not exists (select from household.v_person_tag t where t.person_id = b.person_id)
            """;

    private final PersonTags tags;

    SealedSuccessions(PersonTags tags) {
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

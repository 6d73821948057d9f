package org.dongvon.savings;

import java.time.LocalDate;
import org.dongvon.household.PersonTags;
import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Movements of deposits in the sealed book, what their interest was computed from, and the terms that ran. */
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
             union all
            select i.journal_id, coalesce(m.line_no, 0), i.line_id, null,
                   concat_ws(' ', 'deposit-interest', i.point_id, i.account_id, i.until, i.numerator, i.amount)
              from ledger.v_journal j
              join savings.interest i on i.journal_id = j.id
              left join savings.movement m on m.line_id = i.line_id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select m.journal_id, m.line_no, m.line_id, null,
                   concat_ws(' ', 'term', m.point_id, m.deposit_id, m.value_date, m.kind, m.amount, coalesce(m.numerator::text, '-'),
                             coalesce(t.tag, '-'))
              from ledger.v_journal j
              join savings.term_movement m on m.journal_id = j.id
              left join savings.term_deposit d on d.id = m.deposit_id
              left join household.v_person_tag t on t.person_id = d.person_id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select p.journal_id, 0, null, null,
                   concat_ws(' ', 'term-period', p.point_id, p.deposit_id, p.seq, p.from_on, coalesce(p.matures_on::text, '-'),
                             coalesce(p.rate::text, '-'), p.principal)
              from ledger.v_journal j
              join savings.term_period p on p.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select u.journal_id, 0, null, u.paper,
                   concat_ws(' ', 'unclaimed', u.point_id, u.id, u.account_id, u.reason, u.amount, coalesce(t.tag, '-'))
              from ledger.v_journal j
              join savings.unclaimed u on u.journal_id = j.id
              left join household.v_person_tag t on t.person_id = u.person_id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select p.journal_id, 0, null, p.name || E'\\n' || p.paper,
                   concat_ws(' ', 'unclaimed-paid', p.point_id, p.unclaimed_id, p.receiver, p.amount)
              from ledger.v_journal j
              join savings.unclaimed_payment p on p.journal_id = j.id
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
             union
            select d.person_id
              from ledger.v_journal j
              join savings.term_movement m on m.journal_id = j.id
              join savings.term_deposit d on d.id = m.deposit_id
             where j.office_id = :office and j.business_date between :from and :to
               and not exists (select from household.v_person_tag t where t.person_id = d.person_id)
             union
            select u.person_id
              from ledger.v_journal j
              join savings.unclaimed u on u.journal_id = j.id
             where j.office_id = :office and j.business_date between :from and :to
               and not exists (select from household.v_person_tag t where t.person_id = u.person_id)
            """;

    private final PersonTags tags;

    SealedDeposits(PersonTags tags) {
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

package org.dongvon.loan;

/** A part of statements about lines of loans: who owed the loan {@code m.loan_id} on the business day of the journal {@code j}. */
final class FormerBorrower {

    /** {@code s.from_person} where the loan has passed to another since; nothing where the borrower of today owed it. */
    static final String OF_THE_DAY = """
              left join lateral (select s.from_person
                                   from loan.succession s
                                  where s.loan_id = m.loan_id and s.on_day > j.business_date
                                  order by s.on_day
                                  limit 1) s on true
            """;

    private FormerBorrower() {}
}

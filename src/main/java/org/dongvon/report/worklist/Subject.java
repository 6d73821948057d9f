package org.dongvon.report.worklist;

/** What a list is about, and how its rows are named: the statement that dresses what was found. */
enum Subject {
    /** A loan, with its borrower, group and programme. */
    LOAN("""
            select f.id, f.on_day, f.amount, f.other, l.code as subject, '/loans/' || l.code as path, l.borrower_id as person_id,
                   case when p.restricted then null else p.full_name end as person, g.code as group_code,
                   l.programme_vi as detail_vi, l.programme_en as detail_en
              from found f
              join loan.v_loan_card l on l.id = f.id
              join household.v_person p on p.id = l.borrower_id
              left join "group".v_credit_group g on g.id = l.group_id
            """),
    /** A loan as its debt was classified. */
    DEBT("""
            select f.id, f.on_day, f.amount, f.other, l.code as subject, '/loans/' || l.code || '/classification' as path,
                   l.borrower_id as person_id, case when p.restricted then null else p.full_name end as person, g.code as group_code,
                   l.programme_vi as detail_vi, l.programme_en as detail_en
              from found f
              join loan.v_loan_card l on l.id = f.id
              join household.v_person p on p.id = l.borrower_id
              left join "group".v_credit_group g on g.id = l.group_id
            """),
    /** A member of a group. */
    MEMBER("""
            select f.id, f.on_day, f.amount, f.other, g.code || ' · ' || m.ordinal as subject, '/groups/' || g.code as path,
                   m.person_id, case when p.restricted then null else p.full_name end as person, g.code as group_code,
                   '' as detail_vi, '' as detail_en
              from found f
              join "group".v_member m on m.id = f.id
              join "group".v_credit_group g on g.id = m.group_id
              join household.v_person p on p.id = m.person_id
            """),
    /** A line of a reconciliation on which a member said otherwise than the books. */
    DIFFERENCE("""
            select f.id, f.on_day, f.amount, f.other, coalesce(l.code, g.code || ' · ' || m.ordinal) as subject,
                   '/groups/' || g.code || '/reconciliations/' || d.sheet_id as path, m.person_id,
                   case when p.restricted then null else p.full_name end as person, g.code as group_code,
                   d.responsible as detail_vi, d.responsible as detail_en
              from found f
              join supervision.v_reconciled d on d.answer_id = f.id
              join "group".v_member m on m.id = d.member_id
              join "group".v_credit_group g on g.id = d.group_id
              join household.v_person p on p.id = m.person_id
              left join loan.v_loan_card l on l.id = d.loan_id
            """),
    /** An application at the bank. */
    APPLICATION("""
            select f.id, f.on_day, f.amount, f.other, a.code as subject, '/applications/' || a.code as path,
                   a.borrower_id as person_id, case when p.restricted then null else p.full_name end as person,
                   g.code as group_code, t.name_vi as detail_vi, t.name_en as detail_en
              from found f
              join loan.v_at_bank a on a.id = f.id
              join household.v_person p on p.id = a.borrower_id
              join programme.v_programme t on t.id = a.programme_id
              left join "group".v_credit_group g on g.id = a.group_id
            """),
    /** A resident's term deposit. */
    TERM_DEPOSIT("""
            select f.id, f.on_day, f.amount, f.other, d.code as subject, '/term-deposits/' || d.code as path, d.person_id,
                   case when p.restricted then null else p.full_name end as person, cast(null as text) as group_code,
                   '' as detail_vi, '' as detail_en
              from found f
              join savings.v_term_deposit d on d.id = f.id
              join household.v_person p on p.id = d.person_id
            """),
    /** A member's deposit that nobody seems to claim. */
    IDLE_DEPOSIT("""
            select f.id, f.on_day, f.amount, f.other, g.code || ' · ' || m.ordinal as subject, '/deposits/unclaimed/' || m.id as path,
                   m.person_id, case when p.restricted then null else p.full_name end as person, g.code as group_code,
                   '' as detail_vi, '' as detail_en
              from found f
              join "group".v_member m on m.id = f.id
              join "group".v_credit_group g on g.id = m.group_id
              join household.v_person p on p.id = m.person_id
            """),
    /** A transaction session. */
    SESSION("""
            select f.id, f.on_day, f.amount, f.other, u.name as subject, '/sessions/' || f.id as path,
                   cast(null as bigint) as person_id, cast(null as text) as person, cast(null as text) as group_code,
                   '' as detail_vi, '' as detail_en
              from found f
              join organisation.v_point_card u on u.id = (select s.point_id from session.session s where s.id = f.id)
            """),
    /** A change that waits for a second person. */
    CHANGE("""
            select f.id, f.on_day, f.amount, f.other, c.subject, '/approvals/' || f.id as path, cast(null as bigint) as person_id,
                   cast(null as text) as person, cast(null as text) as group_code, c.maker_name as detail_vi,
                   c.maker_name as detail_en
              from found f
              join report.v_waiting_change c on c.id = f.id
            """);

    private final String dressed;

    Subject(String dressed) {
        this.dressed = dressed;
    }

    /** The next rows of a list behind a day and a number, named. */
    String page(String finding) {
        return """
                with found as materialized (
                    select f.id, f.on_day, f.amount, f.other
                      from (%s) f
                     where (f.on_day, f.id) > (:after_day, :after_id)
                     order by f.on_day, f.id
                     limit :most)
                %s
                 order by f.on_day, f.id
                """.formatted(finding, dressed);
    }

    /** How many rows a list has, up to the most that are counted, and how many of them lie before today. */
    String count(String finding) {
        return """
                select count(*) as rows, count(*) filter (where n.on_day < :day) as past
                  from (select f.on_day from (%s) f limit :most) n
                """.formatted(finding);
    }
}

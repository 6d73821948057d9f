package org.dongvon.shared.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.SuperuserDb;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One record of a village in each table of people's words that the village's own work leaves empty: written past the triggers
 * and without the way there, for tests of what pages make of the words.
 */
final class OneRecordEach {

    private static final List<String> ROWS = List.of(
            """
            insert into "group".meeting (point_id, group_id, kind, held_on, members, present, in_favour, agreed, request_id)
            values (:point, :group, 'REGULAR', '2024-04-18', 3, 3, 3, 'Đã thống nhất', -1)
            """,
            """
            insert into "group".convention (group_id, valid_from, point_id, saving_least, meets_every, said)
            values (:group, '2024-04-18', :point, 10000, 1, 'Quy ước của Tổ') on conflict do nothing
            """,
            """
            insert into "group".contract (group_id, valid_from, point_id, number, signed_on, covers)
            values (:group, '2024-04-18', :point, '12', '2024-04-18', 'INTEREST') on conflict do nothing
            """,
            """
            insert into "group".adjacent_hamlet (point_id, hamlet, neighbour) values (:point, 'khu 1', 'khu 2')
            """,
            """
            insert into household.residence (household_id, point_id, from_on, former, hamlet, request_id)
            select p.household_id, :point, '2024-04-18', 'khu 0', 'khu 1', -1 from household.person p where p.id = :person
            """,
            """
            insert into household.authorisation (household_id, person_id, point_id, agreed_on, ground, witness, liable, submission)
            select p.household_id, p.id, :point, '2024-04-18', 'FIRST', 'Người chứng', true, gen_random_uuid()
              from household.person p where p.id = :person
            """,
            """
            insert into loan.job_plan (application_id, point_id, establishment, place, created, kept, expanded, women, family, hired,
                                       of_the_class, priorities, income, cost)
            select a.id, :point, 'Cơ sở', 'Xã', 1, 0, 0, 0, 0, 0, 0, '{}', 1, 1 from loan.application a where a.code = :application
            """,
            """
            insert into loan.collateral (application_id, point_id, kind, description, certificate, owner, value, entered_on, submission)
            select a.id, :point, 'LAND', 'Thửa đất', 'BA 1', 'Chủ đất', 1, '2024-04-18', gen_random_uuid()
              from loan.application a where a.code = :application
            """,
            """
            insert into loan.transfer (loan_id, point_id, change_id, submission, paid_on, amount, payee, holder, account, bank, document)
            values (:loan, :point, -1, gen_random_uuid(), '2024-04-18', 1, 'SELLER', 'Người bán', '0001', 'Ngân hàng', 'HD 1')
            """,
            """
            insert into loan.undrawn_end (loan_id, point_id, amount, reason, ended_on, submission)
            values (:loan, :point, 1, 'Không vay nữa', '2024-04-18', gen_random_uuid())
            """,
            """
            insert into loan.freeze (loan_id, seq, point_id, from_date, until_date, months, document)
            values (:loan, 1, :point, '2024-04-18', '2025-04-18', 12, 'QD-50-2010')
            """,
            """
            insert into loan.risk_evidence (dossier_id, seq, point_id, kind, number, issued_on, issuer, submission)
            select d.id, 1, :point, 'DISASTER_DECISION', '12', '2024-04-18', 'UBND xã', gen_random_uuid()
              from loan.risk_dossier d where d.code = :dossier
            """,
            """
            insert into loan.risk_minutes (dossier_id, seq, point_id, held_on, finding, proposal, submission)
            select d.id, 1, :point, '2024-04-18', 'Bò chết', 'Khoanh nợ', gen_random_uuid()
              from loan.risk_dossier d where d.code = :dossier
            """,
            """
            insert into loan.risk_participant (dossier_id, seq, place, point_id, capacity, name)
            select d.id, 1, 1, :point, 'COMMUNE', 'Người dự' from loan.risk_dossier d where d.code = :dossier
            """,
            """
            insert into loan.risk_event (dossier_id, point_id, move, from_step, to_step, role, needs_reason, reason, human, happened_on,
                                         submission)
            select d.id, :point, 'RETURN', 'CHECKED', 'RETURNED', 'DIRECTOR', true, 'Thiếu giấy', 1, '2024-04-18', gen_random_uuid()
              from loan.risk_dossier d where d.code = :dossier
            """,
            """
            insert into organisation.point_place (point_id, valid_from, commune, district, province, document)
            values (:point, '2024-04-18', 'xã', 'huyện', 'tỉnh', 'CT-40-2014')
            """,
            """
            insert into organisation.session_date_change (point_id, nominal, actual, reason)
            values (:point, '2024-06-19', '2024-06-20', 'Mưa bão')
            """,
            """
            insert into session.line_remark (line_id, journal_id, line_no, point_id, note, paid_by, relation)
            select m.line_id, m.journal_id, m.line_no, :point, 'Ghi chú', 'Con gái', 'con'
              from loan.movement m where m.loan_id = :loan and m.kind = 'REPAYMENT' limit 1
            """,
            """
            insert into supervision.use_follow_up (sheet_id, loan_id, point_id, step, happened_on, amount, note, human, submission)
            select c.sheet_id, c.loan_id, :point, 'SETTLED', '2024-04-18', 1, 'Đã thu hồi', 1, gen_random_uuid()
              from supervision.use_check c where c.sheet_id = :sheet
            """,
            """
            insert into ledger.seal_key (number, public_key, endorsement) values (90, sha256('1'), sha256('2'))
            """,
            """
            insert into ledger.seal_renewal (key, renewed_at, account, witness, reason) values (90, now(), 1, 2, 'Mất máy chủ')
            """,
            """
            insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount)
            select c.id, '2030-01-01', :point, c.source, 'Chủ vốn', 'QĐ 1', 1 from capital.contract c where c.code = :contract
            """,
            """
            insert into savings.unclaimed (account_id, point_id, person_id, journal_id, reason, paper, amount)
            select a.id, :point, m.person_id, (select max(j.id) from ledger.journal j where j.point_id = :point), 'DIED', 'Giấy chứng tử', 1
              from savings.account a join "group".member m on m.id = a.member_id where m.person_id = :person
            """,
            """
            insert into savings.unclaimed_payment (unclaimed_id, journal_id, point_id, receiver, name, paper, amount)
            select u.id, u.journal_id, u.point_id, 'HEIR', 'Người thừa kế', 'Giấy thừa kế', u.amount from savings.unclaimed u where u.point_id = :point
            """);

    private OneRecordEach() {}

    static void insert(SuperuserDb superuser, PeopleVillage home) {
        var facts = Map.<String, Object>of(
                "point", home.village.point,
                "group", home.group.id(),
                "person", home.person(1).id(),
                "loan", home.group.loans().get(1),
                "application", home.application(),
                "dossier", home.dossier(),
                "sheet", Long.parseLong(home.useSheet()),
                "contract", "TW-" + home.code);
        try (var connection =
                new SingleConnectionDataSource(superuser.dataSource().getConnection(), true)) {
            var db = new NamedParameterJdbcTemplate(connection);
            db.getJdbcOperations().execute("set session_replication_role = replica");
            ROWS.forEach(row -> db.update(row, facts));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

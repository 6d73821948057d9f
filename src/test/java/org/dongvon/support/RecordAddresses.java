package org.dongvon.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Each address of a record of one office, beside the address of a record that nobody has. */
public final class RecordAddresses {

    static final String NO_NUMBER = "140737488355000";
    private static final String NO_UNIT = "KHONGCO";
    private static final String NO_HOUSEHOLD = "KHONGCO-H1-1";

    private static final String SIGNED_IN = """
            insert into identity.sign_in (token_hash, account_id, way, address, browser)
            select sha256(gen_random_uuid()::text::bytea), id, 'PASSWORD', '127.0.0.1', 'Firefox'
              from identity.account where login = :login
            returning id
            """;
    private static final String TOKEN = """
            insert into identity.access_token (account_id, name, token_hash, may_write, expires_at)
            select id, 'Bảng tính', sha256(gen_random_uuid()::text::bytea), false, clock_timestamp() + interval '5 days'
              from identity.account where login = :login
            returning id
            """;
    private static final String LINK = """
            insert into identity.external_subject (issuer, subject, account_id)
            select 'https://id.example', gen_random_uuid()::text, id from identity.account where login = :login
            returning id
            """;
    private static final String DEVICE = """
            with device as (
                insert into session.field_device (point_id, office_id, account_id, name, key_id, public_key, asked_by, approved_by)
                select p.id, s.office_id, s.teller_id, 'Máy', encode(sha256(convert_to(:key, 'UTF8')), 'hex'), convert_to(:key, 'UTF8'), 1, 2
                  from session.session s join organisation.point p on p.office_id = s.office_id and p.direct
                 where s.id = :session
                returning id),
            taken as (
                insert into session.field_checkout (session_id, device_id, point_id, taken_by, state, ended_at)
                select s.id, d.id, s.point_id, s.teller_id, 'GIVEN_UP', now() from device d, session.session s where s.id = :session
                returning session_id, device_id, point_id),
            event as (
                insert into session.field_event (id, point_id, session_id, device_id, seq, kind, body, hash, prev_hash, signature, state, batch)
                select :event, t.point_id, t.session_id, t.device_id, 1, 'HAND_IN', 'x', sha256('x'), decode(repeat('00', 32), 'hex'),
                       decode(repeat('00', 64), 'hex'), 'APPLIED', :event
                  from taken t
                returning id, point_id, session_id, device_id),
            conflict as (
                insert into session.field_conflict (event_id, line_no, point_id, session_id, device_id, code, note, cash)
                select e.id, 0, e.point_id, e.session_id, e.device_id, 'FIELD_TOTALS_DIFFER',
                       '{"key": "refusal.session.FIELD_TOTALS_DIFFER", "facts": ["n:1", "n:0", "d:1000", "d:0"]}', 1000
                  from event e
                returning id)
            select d.id as device, c.id as conflict from device d, conflict c
            """;

    private final List<Asked> all = new ArrayList<>();

    /** Those of a village, whose records are made where it has none yet. */
    public RecordAddresses(PeopleVillage home, OwnerDb owner) {
        sessions(home);
        field(home, owner);
        applications(home);
        people(home);
        LoanAddresses.add(this, home, owner);
        MessageAddresses.add(this, home, owner);
        places(home);
        capital(home);
        lists(home);
        requestsAndFiles(home);
        months(home);
        accounts(home, owner);
    }

    private void sessions(PeopleVillage home) {
        var session = Long.toString(home.session);
        var counter = home.voucher(home.journal("COUNTER"));
        var noVoucher = "KHONGCO-01-24-000001";
        record("/sessions/{id}", session, NO_NUMBER);
        record("/sessions/{id}/cash", session, NO_NUMBER);
        two("/sessions/{id}/forms/{form}", session, "13-td", NO_NUMBER, "13-td");
        record("/sessions/{id}/counter", session, NO_NUMBER);
        two("/sessions/{id}/sheets/{group}", session, Long.toString(home.group.id()), NO_NUMBER, NO_NUMBER);
        two(
                "/sessions/{id}/counter/{loan}",
                session,
                Long.toString(home.group.loans().get(1)),
                NO_NUMBER,
                NO_NUMBER);
        record("/hand-overs/{id}/taking", Long.toString(home.handOver()), NO_NUMBER);
        record("/sessions/{id}/payouts", session, NO_NUMBER);
        record("/sessions/{id}/withdrawals", session, NO_NUMBER);
        record("/sessions/{id}/unclaimed", session, NO_NUMBER);
        record("/deposits/unclaimed/{member}", home.member(), NO_NUMBER);
        record("/sessions/{id}/debits", session, NO_NUMBER);
        record("/groups/{code}/consents", home.groupCode(), "KHONGCO-T1");
        record("/sessions/{id}/term-deposits", session, NO_NUMBER);
        record("/sessions/{id}/term-deposits/payment", session, NO_NUMBER);
        record("/term-deposits/{code}", home.termDeposit(), "KHONGCO-01-S000001");
        record("/term-deposits/{code}/book", home.termDeposit(), "KHONGCO-01-S000001");
        record("/sessions/{id}/refunds", session, NO_NUMBER);
        record("/sessions/{id}/meeting", session, NO_NUMBER);
        record("/sessions/{id}/meeting/paper", session, NO_NUMBER);
        record("/sessions/{id}/score", session, NO_NUMBER);
        record("/sessions/{id}/fees", session, NO_NUMBER);
        record("/sessions/{id}/fees/reversal", session, NO_NUMBER);
        record("/vouchers/{number}", counter, noVoucher);
        record("/vouchers/{number}/reversal", counter, noVoucher);
        two("/vouchers/{number}/{line}", counter, "1", noVoucher, "1");
        record("/vouchers/{number}/receipts", counter, noVoucher);
        two("/vouchers/{number}/receipts/{line}", counter, "1", noVoucher, "1");
    }

    /** A device of the village with a line on the desk, as if it had come from the field. */
    private void field(PeopleVillage home, OwnerDb owner) {
        var ids = owner.sql(DEVICE)
                .param("session", home.session)
                .param("key", UUID.randomUUID().toString())
                .param("event", UUID.randomUUID())
                .query((row, n) -> List.of(row.getString("device"), row.getString("conflict")))
                .single();
        var session = Long.toString(home.session);
        record("/sessions/{id}/desk", session, NO_NUMBER);
        two("/sessions/{id}/desk/{conflict}", session, ids.get(1), NO_NUMBER, NO_NUMBER);
        two("/sessions/{id}/devices/{device}/give-up", session, ids.get(0), NO_NUMBER, NO_NUMBER);
        record("/devices/{id}/revocation", ids.get(0), NO_NUMBER);
        record("/api/v1/field/sessions/{id}/package", session, NO_NUMBER);
        record("/api/v1/field/sessions/{id}/events", session, NO_NUMBER);
        record("/api/v1/field/sessions/{id}/checkouts", session, NO_NUMBER);
        record("/api/v1/field/devices/{key}", "0".repeat(64), "1".repeat(64));
        record(
                "/api/v1/field/uploads/{upload}",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
    }

    private void applications(PeopleVillage home) {
        record("/applications/{code}", home.application(), "KHONGCO-01-HS1");
        two("/applications/{code}/papers/{form}", home.application(), "01-td", "KHONGCO-01-HS1", "01-td");
        record("/applications/{code}/moves", home.application(), "KHONGCO-01-HS1");
        record("/applications/{code}/correction", home.application(), "KHONGCO-01-HS1");
        record("/applications/{code}/collateral", home.application(), "KHONGCO-01-HS1");
        record("/applications/{code}/decision", home.application(), "KHONGCO-01-HS1");
        asked(
                "/applications/notices/{group}/{number}",
                home.notice(),
                home.notice().replace(home.groupCode(), "KHONGCO-T1"));
    }

    private void people(PeopleVillage home) {
        var person = Long.toString(home.person(1).id());
        record("/people/{id}", person, NO_NUMBER);
        record("/people/{id}/identity", person, NO_NUMBER);
        record("/people/{id}/export", person, NO_NUMBER);
        record("/people/{id}/restriction", person, NO_NUMBER);
        record("/people/{id}/deletion", person, NO_NUMBER);
        record("/people/{id}/correction", person, NO_NUMBER);
        record("/people/{id}/card", person, NO_NUMBER);
        var household = home.household(1);
        record("/households/{code}", household, NO_HOUSEHOLD);
        record("/households/{code}/members", household, NO_HOUSEHOLD);
        record("/households/{code}/hamlet", household, NO_HOUSEHOLD);
        record("/households/{code}/authorisation", household, NO_HOUSEHOLD);
        asked(
                "/households/{code}/authorisation/paper",
                "/households/" + household + "/authorisation/paper?borrower=" + person,
                "/households/" + NO_HOUSEHOLD + "/authorisation/paper?borrower=" + person);
        two("/households/{code}/leavers/{person}", household, person, NO_HOUSEHOLD, NO_NUMBER);
    }

    private void places(PeopleVillage home) {
        for (var page : List.of(
                "",
                "/changes",
                "/use-checks",
                "/use-checks/form",
                "/reconciliations",
                "/cases/new",
                "/forms/10-td",
                "/forms/11-td",
                "/commission",
                "/ratings")) {
            record("/groups/{code}" + page, home.groupCode(), "KHONGCO-T1");
        }
        two("/groups/{code}/forms/{form}", home.groupCode(), "13-td", "KHONGCO-T1", "13-td");
        record("/units/{code}/changes", home.code + "-01", "KHONGCO-01");
        two("/groups/{code}/use-checks/{sheet}", home.groupCode(), home.useSheet(), "KHONGCO-T1", NO_NUMBER);
        two("/groups/{code}/use-checks/{sheet}/form", home.groupCode(), home.useSheet(), "KHONGCO-T1", NO_NUMBER);
        var reconciled = home.reconciliation();
        two("/groups/{code}/reconciliations/{sheet}", home.groupCode(), reconciled, "KHONGCO-T1", NO_NUMBER);
        two("/groups/{code}/reconciliations/{sheet}/form", home.groupCode(), reconciled, "KHONGCO-T1", NO_NUMBER);
        record("/cases/{number}", home.lossCase(), NO_NUMBER);
        record("/cases/{number}/closing", home.lossCase(), NO_NUMBER);
        var point = home.code + "-01";
        two("/debts/{year}/{point}", home.debtYear(), point, "2024", "KHONGCO-01");
        two("/debts/{year}/{point}/closing", home.debtYear(), point, "2024", "KHONGCO-01");
        two("/groups/{code}/changes/{change}", home.groupCode(), "exit", "KHONGCO-T1", "exit");
        record("/journals/{id}", Long.toString(home.journal("DISBURSEMENT")), NO_NUMBER);
        record("/units/{code}/name", home.code, NO_UNIT);
        record("/units/{code}/place", home.code + "-01", "KHONGCO-01");
        record("/units/{code}/session-day", home.code + "-01", "KHONGCO-01");
        record("/units/{code}/session-days", home.code, NO_UNIT);
    }

    private void capital(PeopleVillage home) {
        record("/capital/{contract}", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/interest", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/interest.pdf", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/interest.xlsx", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/statement.pdf", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/statement.xlsx", "TW-" + home.code, "TW-KHONGCO");
        for (var route : List.of("boards", "boards.xlsx", "boards.pdf", "boards/new", "boards/back")) {
            record("/capital/{contract}/" + route, "TW-" + home.code, "TW-KHONGCO");
        }
        record("/capital/{contract}/loans", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/loans.csv", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/terms", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/moves", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/source-changes", "TW-" + home.code, "TW-KHONGCO");
        record("/capital/{contract}/source-changes/new", "TW-" + home.code, "TW-KHONGCO");
        record("/donations/{campaign}", home.campaign(), "VNN-KHONGCO");
        for (var route : List.of("pledges", "gifts/new", "allocation")) {
            record("/donations/{campaign}/" + route, home.campaign(), "VNN-KHONGCO");
        }
        record("/donations/receipts/{receipt}", home.campaign() + "-000001", "VNN-KHONGCO-000001");
        record("/donations/receipts/{receipt}/refund", home.campaign() + "-000001", "VNN-KHONGCO-000001");
        for (var route : List.of("", "/acceptance", "/receipt")) {
            record("/state-claims/{claim}" + route, home.claim(), "KHONGCO-CB-2024-1");
        }
        for (var kind : List.of("", ".pdf", ".xlsx")) {
            var route = "/reports/trial-balance-by-programme" + kind;
            asked(route, route + "?unit=" + home.code, route + "?unit=" + NO_UNIT);
        }
        asked(
                "/journals/reversal",
                "/journals/reversal?voucher=" + home.byHand(),
                "/journals/reversal?voucher=KHONGCO-00-24-000001");
        two("/capital/{contract}/money/{way}", "TW-" + home.code, "received", "TW-KHONGCO", "received");
        two("/capital/{contract}/grants/{office}", "TW-" + home.code, home.code, "TW-KHONGCO", NO_UNIT);
    }

    private void lists(PeopleVillage home) {
        asked("/loans", "/loans?group=" + home.groupCode(), "/loans?group=KHONGCO-T1");
        asked("/applications", "/applications?group=" + home.groupCode(), "/applications?group=KHONGCO-T1");
        asked("/groups", "/groups?point=" + home.code + "-01", "/groups?point=KHONGCO-01");
        asked("/reports/directive40", "/reports/directive40?unit=" + home.code, "/reports/directive40?unit=" + NO_UNIT);
        asked("/reports/capital", "/reports/capital?unit=" + home.code, "/reports/capital?unit=" + NO_UNIT);
        for (var route :
                List.of("local-share", "local-share-years", "local-share-years.csv", "local-share-years.xlsx")) {
            asked(
                    "/reports/" + route,
                    "/reports/" + route + "?unit=" + home.code,
                    "/reports/" + route + "?unit=" + NO_UNIT);
        }
        asked("/journals", "/journals?office=" + home.code, "/journals?office=" + NO_UNIT);
        asked("/vault", "/vault?office=" + home.code, "/vault?office=" + NO_UNIT);
        asked("/vault/book", "/vault/book?office=" + home.code, "/vault/book?office=" + NO_UNIT);
        for (var route : List.of("/cash-plan", "/cash-plan.xlsx", "/cash-plan.pdf")) {
            asked(route, route + "?office=" + home.code, route + "?office=" + NO_UNIT);
        }
        asked(
                "/cash-plan/notice.pdf",
                "/cash-plan/notice.pdf?point=" + home.code + "-01",
                "/cash-plan/notice.pdf?point=KHONGCO-01");
        asked("/hand-overs", "/hand-overs?office=" + home.code, "/hand-overs?office=" + NO_UNIT);
        asked("/closing", "/closing?unit=" + home.code, "/closing?unit=" + NO_UNIT);
        asked("/closing/minutes", "/closing/minutes?unit=" + home.code, "/closing/minutes?unit=" + NO_UNIT);
        asked("/sessions/new", "/sessions/new?point=" + home.village.point, "/sessions/new?point=" + NO_NUMBER);
        asked("/risk/new", "/risk/new?loan=" + home.loan(1), "/risk/new?loan=KHONGCO-1-1");
        asked("/journals/new", "/journals/new?office=" + home.code, "/journals/new?office=" + NO_UNIT);
        asked("/periods", "/periods?office=" + home.code, "/periods?office=" + NO_UNIT);
        two("/periods/{office}/months/{month}", home.code, "2024-04", NO_UNIT, "2024-04");
        two("/periods/{office}/years/{year}", home.code, "2024", NO_UNIT, "2024");
        for (var route : List.of(
                "plan",
                "plan.csv",
                "plan.xlsx",
                "telegram",
                "telegram.xlsx",
                "trial-balance",
                "trial-balance.pdf",
                "trial-balance.xlsx")) {
            asked(
                    "/reports/" + route,
                    "/reports/" + route + "?unit=" + home.code,
                    "/reports/" + route + "?unit=" + NO_UNIT);
        }
        record("/plan/targets/{line}", "2024:" + home.code + ":GQVL:CENTRAL", "2024:" + NO_UNIT + ":GQVL:CENTRAL");
        asked("/reports/loans.csv", "/reports/loans.csv?unit=" + home.code, "/reports/loans.csv?unit=" + NO_UNIT);
    }

    private void months(PeopleVillage home) {
        var month = home.feeMonth();
        var noMonth = NO_UNIT + ":2024-03";
        asked("/fees", "/fees?office=" + home.code, "/fees?office=" + NO_UNIT);
        asked("/deposits", "/deposits?office=" + home.code, "/deposits?office=" + NO_UNIT);
        asked(
                "/deposits/unclaimed",
                "/deposits/unclaimed?office=" + home.code,
                "/deposits/unclaimed?office=" + NO_UNIT);
        asked("/deposits/interest", "/deposits/interest?month=" + month, "/deposits/interest?month=" + noMonth);
        asked("/fees/lines", "/fees/lines?of=" + month, "/fees/lines?of=" + noMonth);
        asked("/fees/statement.xlsx", "/fees/statement.xlsx?of=" + month, "/fees/statement.xlsx?of=" + noMonth);
        asked(
                "/fees/request",
                "/fees/request?of=approval&month=" + month,
                "/fees/request?of=approval&month=" + noMonth);
        asked("/fees/transfer", "/fees/transfer?of=" + month + ":HPN", "/fees/transfer?of=" + noMonth + ":HPN");
        var voucher = home.voucher(home.journal("COUNTER"));
        for (var route : List.of("/fees/payment", "/fees/transfer-back")) {
            asked(route, route + "?voucher=" + voucher, route + "?voucher=KHONGCO-01-24-000001");
        }
    }

    private void accounts(PeopleVillage home, OwnerDb owner) {
        var login = home.code.toLowerCase(Locale.ROOT) + ".leader";
        var nobody = "khongco.leader";
        record("/administration/accounts/{login}", login, nobody);
        record("/administration/accounts/{login}/closing", login, nobody);
        record("/administration/accounts/{login}/first-password", login, nobody);
        record("/administration/accounts/{login}/roles/new", login, nobody);
        var grant = of(
                owner,
                "select g.id from identity.role_grant g join identity.account a on a.id = g.account_id "
                        + "where a.login = :login limit 1",
                login);
        two("/administration/accounts/{login}/roles/{grant}/end", login, grant, nobody, "1");
        var signIn = of(owner, SIGNED_IN, login);
        record("/administration/sign-ins/{id}/end", signIn, NO_NUMBER);
        record("/account/sign-ins/{id}/end", signIn, NO_NUMBER);
        record("/account/tokens/{id}/revocation", of(owner, TOKEN, login), NO_NUMBER);
        record("/account/links/{id}/removal", of(owner, LINK, login), NO_NUMBER);
    }

    private static String of(OwnerDb owner, String sql, String login) {
        return owner.sql(sql).param("login", login).query(String.class).single();
    }

    private void requestsAndFiles(PeopleVillage home) {
        var change = home.change();
        record("/approvals/{id}", change, NO_NUMBER);
        record("/approvals/{id}/approval", change, NO_NUMBER);
        record("/approvals/{id}/return", change, NO_NUMBER);
        record("/approvals/{id}/withdrawal", change, NO_NUMBER);
        var nowhere = UUID.randomUUID().toString();
        record("/reports/figures-check/files/{key}", home.figureFile(), nowhere);
        record("/classes/files/{key}", home.classFile(), nowhere);
    }

    void record(String route, String there, String nowhere) {
        asked(route, route.replaceFirst("\\{[^/]+}", there), route.replaceFirst("\\{[^/]+}", nowhere));
    }

    void two(String route, String there, String thereToo, String nowhere, String nowhereToo) {
        asked(
                route,
                route.replaceFirst("\\{[^/]+}", there).replaceFirst("\\{[^/]+}", thereToo),
                route.replaceFirst("\\{[^/]+}", nowhere).replaceFirst("\\{[^/]+}", nowhereToo));
    }

    void asked(String route, String there, String nowhere) {
        all.add(new Asked(route, there, nowhere));
    }

    public List<Asked> all() {
        return all;
    }

    /**
     * An address.
     *
     * @param there of the record
     * @param nowhere of the same form, for a record that does not exist
     */
    public record Asked(String route, String there, String nowhere) {}
}

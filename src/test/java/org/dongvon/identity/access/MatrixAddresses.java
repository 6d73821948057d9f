package org.dongvon.identity.access;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.identity.access.MatrixSite.Place;
import org.dongvon.shared.Role;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;

/** Each address of a record of one office, beside the address of a record that nobody has. */
final class MatrixAddresses {

    private static final String NO_NUMBER = "140737488355000";
    private static final String NO_UNIT = "KHONGCO";
    private static final String NO_HOUSEHOLD = "KHONGCO-H1-1";

    private final List<Asked> all = new ArrayList<>();

    MatrixAddresses(PeopleVillage home, OwnerDb owner) {
        sessions(home);
        applications(home);
        people(home);
        loans(home, owner);
        placesAndLists(home);
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
        record("/sessions/{id}/payouts", session, NO_NUMBER);
        record("/vouchers/{number}", counter, noVoucher);
        record("/vouchers/{number}/reversal", counter, noVoucher);
        two("/vouchers/{number}/{line}", counter, "1", noVoucher, "1");
        record("/vouchers/{number}/receipts", counter, noVoucher);
        two("/vouchers/{number}/receipts/{line}", counter, "1", noVoucher, "1");
    }

    private void applications(PeopleVillage home) {
        record("/applications/{code}", home.application(), "KHONGCO-01-HS1");
        two("/applications/{code}/papers/{form}", home.application(), "01-td", "KHONGCO-01-HS1", "01-td");
        record("/applications/{code}/moves", home.application(), "KHONGCO-01-HS1");
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
        record("/households/{code}/authorisation", household, NO_HOUSEHOLD);
        asked(
                "/households/{code}/authorisation/paper",
                "/households/" + household + "/authorisation/paper?borrower=" + person,
                "/households/" + NO_HOUSEHOLD + "/authorisation/paper?borrower=" + person);
        two("/households/{code}/leavers/{person}", household, person, NO_HOUSEHOLD, NO_NUMBER);
    }

    private void loans(PeopleVillage home, OwnerDb owner) {
        var loan = home.loan(1);
        var line = owner.sql("select line_id from loan.movement where loan_id = :loan and kind = 'REPAYMENT' limit 1")
                .param("loan", home.group.loans().get(1))
                .query(String.class)
                .single();
        record("/loans/{code}", loan, "KHONGCO-1-1");
        two(
                "/loans/{code}/interest/{line}",
                loan,
                line,
                "KHONGCO-1-1",
                UUID.randomUUID().toString());
        two("/loans/{code}/instalments/{seq}/change", loan, "1", "KHONGCO-1-1", "1");
        asked(
                "/loans/{code}/instalments/{seq}/paper",
                "/loans/" + loan + "/instalments/1/paper?asked=19/04/2025",
                "/loans/KHONGCO-1-1/instalments/1/paper?asked=19/04/2025");
        record("/loans/{code}/extension", loan, "KHONGCO-1-1");
        asked(
                "/loans/{code}/extension/paper",
                "/loans/" + loan + "/extension/paper?asked=18/06/2027",
                "/loans/KHONGCO-1-1/extension/paper?asked=18/06/2027");
        record("/loans/{code}/rollover", loan, "KHONGCO-1-1");
        record("/loans/{code}/course", loan, "KHONGCO-1-1");
        var approved = home.application().replace("-HS", "-V");
        record("/loans/{code}/transfer", approved, "KHONGCO-1-1");
        record("/loans/{code}/undrawn", approved, "KHONGCO-1-1");
        record("/loans/{code}/changes", loan, "KHONGCO-1-1");
        record("/loans/{code}/loan-book", loan, "KHONGCO-1-1");
        record("/loans/{code}/recovery", loan, "KHONGCO-1-1");
        record("/risk/{code}", home.dossier(), "KHONGCO-01-XL1");
        record("/risk/{code}/evidence", home.dossier(), "KHONGCO-01-XL1");
        record("/risk/{code}/minutes", home.dossier(), "KHONGCO-01-XL1");
        record("/risk/{code}/moves", home.dossier(), "KHONGCO-01-XL1");
        asked(
                "/risk-rounds/{round}/{office}/{list}/{contract}",
                home.riskList(),
                home.riskList().replace("TW-" + home.code, "TW-KHONGCO"));
    }

    private void placesAndLists(PeopleVillage home) {
        record("/groups/{code}", home.groupCode(), "KHONGCO-T1");
        two("/groups/{code}/forms/{form}", home.groupCode(), "13-td", "KHONGCO-T1", "13-td");
        record("/groups/{code}/changes", home.groupCode(), "KHONGCO-T1");
        record("/units/{code}/changes", home.code + "-01", "KHONGCO-01");
        record("/groups/{code}/use-checks", home.groupCode(), "KHONGCO-T1");
        record("/groups/{code}/use-checks/form", home.groupCode(), "KHONGCO-T1");
        two("/groups/{code}/use-checks/{sheet}", home.groupCode(), home.useSheet(), "KHONGCO-T1", NO_NUMBER);
        two("/groups/{code}/use-checks/{sheet}/form", home.groupCode(), home.useSheet(), "KHONGCO-T1", NO_NUMBER);
        two("/groups/{code}/changes/{change}", home.groupCode(), "exit", "KHONGCO-T1", "exit");
        record("/groups/{code}/forms/11-td", home.groupCode(), "KHONGCO-T1");
        record("/groups/{code}/ratings", home.groupCode(), "KHONGCO-T1");
        record("/journals/{id}", Long.toString(home.journal("DISBURSEMENT")), NO_NUMBER);
        record("/units/{code}/name", home.code, NO_UNIT);
        record("/units/{code}/place", home.code + "-01", "KHONGCO-01");
        record("/units/{code}/session-day", home.code + "-01", "KHONGCO-01");
        two("/capital/{contract}/grants/{office}", "TW-" + home.code, home.code, "TW-KHONGCO", NO_UNIT);
        asked("/loans", "/loans?group=" + home.groupCode(), "/loans?group=KHONGCO-T1");
        asked("/applications", "/applications?group=" + home.groupCode(), "/applications?group=KHONGCO-T1");
        asked("/groups", "/groups?point=" + home.code + "-01", "/groups?point=KHONGCO-01");
        asked("/reports/directive40", "/reports/directive40?unit=" + home.code, "/reports/directive40?unit=" + NO_UNIT);
        asked("/reports/capital", "/reports/capital?unit=" + home.code, "/reports/capital?unit=" + NO_UNIT);
        asked("/reports/loans.csv", "/reports/loans.csv?unit=" + home.code, "/reports/loans.csv?unit=" + NO_UNIT);
    }

    private void record(String route, String there, String nowhere) {
        asked(route, route.replaceFirst("\\{[^/]+}", there), route.replaceFirst("\\{[^/]+}", nowhere));
    }

    private void two(String route, String there, String thereToo, String nowhere, String nowhereToo) {
        asked(
                route,
                route.replaceFirst("\\{[^/]+}", there).replaceFirst("\\{[^/]+}", thereToo),
                route.replaceFirst("\\{[^/]+}", nowhere).replaceFirst("\\{[^/]+}", nowhereToo));
    }

    private void asked(String route, String there, String nowhere) {
        all.add(new Asked(route, there, nowhere));
    }

    List<Asked> all() {
        return all;
    }

    /**
     * An address.
     *
     * @param there of the record
     * @param nowhere of the same form, for a record that does not exist
     */
    record Asked(String route, String there, String nowhere) {

        /** A list of groups by a point that the head of another group there, or another association, knows as well. */
        boolean isOwnPlaceOf(Role role, Place place) {
            return route.equals("/groups")
                    && place == Place.SIBLING
                    && (role == Role.GROUP_HEAD || role == Role.ASSOCIATION_STAFF);
        }
    }
}

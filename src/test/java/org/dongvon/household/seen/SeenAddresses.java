package org.dongvon.household.seen;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dongvon.support.MessageAddresses;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;

/** An address of every page that may name a person of a village. */
final class SeenAddresses {

    private final PeopleVillage home;
    private final OwnerDb owner;

    SeenAddresses(PeopleVillage home, OwnerDb owner) {
        this.home = home;
        this.owner = owner;
    }

    List<String> all() {
        return Stream.of(
                        ofSessions(),
                        ofOthers(),
                        ofMessages(),
                        ofGroupsAndReports(),
                        ofDeposits(),
                        ofCash(),
                        ofSupervision(),
                        ofField(),
                        ofPlans())
                .flatMap(each -> each)
                .flatMap(List::stream)
                .toList();
    }

    private Stream<List<String>> ofSessions() {
        var counter = home.voucher(home.journal("COUNTER"));
        var session = "/sessions/" + home.session;
        return Stream.of(
                List.of("/", "/amount-in-words?typed=1", "/sessions", "/sessions/new", session),
                List.of(
                        session + "/sheets/" + home.group.id(),
                        session + "/counter?q=" + home.loan(1),
                        session + "/counter/" + home.group.loans().get(1),
                        session + "/cash",
                        session + "/meeting",
                        session + "/meeting/paper",
                        session + "/score?criterion=INTEREST",
                        session + "/payouts",
                        session + "/refunds"),
                List.of(
                        "/applications",
                        "/applications/new",
                        "/applications/direct?programme=GQVL&household=" + home.household(1),
                        "/applications/meeting",
                        "/applications/" + home.application(),
                        "/applications/" + home.application() + "/papers/01-td",
                        "/applications/" + home.application() + "/papers/10c-td",
                        "/applications/" + home.application() + "/papers/03-td",
                        "/applications/" + home.application() + "/papers/04-td",
                        "/applications/" + home.application() + "/decision",
                        "/loans/" + home.application().replace("-HS", "-V") + "/transfer",
                        home.notice()),
                List.of(
                        "/vouchers/" + counter,
                        "/vouchers/" + counter + "/1",
                        "/vouchers/" + counter + "/receipts",
                        "/vouchers/" + counter + "/receipts/1"),
                List.of(
                        session + "/forms/13-td",
                        session + "/forms/all",
                        "/groups/" + home.groupCode() + "/forms/15-td",
                        "/loans/" + home.loan(1) + "/loan-book",
                        "/forms"));
    }

    private Stream<List<String>> ofOthers() {
        return Stream.of(
                List.of("/programmes", "/programmes/HONGHEO", "/rules", "/documents", "/documents/CT-40-2014"),
                List.of("/documents/CT-40-2014/uses"),
                List.of(
                        "/loans?group=" + home.groupCode(),
                        "/loans/" + home.loan(1),
                        "/loans/" + home.loan(1) + "/interest/" + line(),
                        "/loans/" + home.loan(1) + "/instalments/1/change",
                        "/loans/" + home.loan(1) + "/extension",
                        "/loans/" + home.loan(1) + "/course",
                        "/loans/" + home.loan(1) + "/rollover"),
                List.of("/risk", "/risk/new?loan=" + home.loan(1), "/risk/" + home.dossier()),
                List.of("/risk-rounds", "/risk-rounds/new", "/risk-rounds/2024-1"),
                List.of(home.riskList(), "/loans/" + home.loan(1) + "/recovery"),
                List.of("/incoming", "/incoming?all=1", "/incoming/1", "/incoming/1/uses/2"),
                List.of(
                        "/loans/" + home.loan(1) + "/absence",
                        "/loans/" + home.loan(1) + "/succession",
                        "/loans/" + home.loan(1) + "/classification",
                        "/loans/" + home.loan(1) + "/credit",
                        "/loans/" + home.loan(1) + "/credit/1"),
                List.of(
                        "/loans/" + home.loan(1) + "/instalments/1/paper?asked=19/04/2025",
                        "/loans/" + home.loan(1) + "/extension/paper?asked=18/06/2027",
                        "/loans/" + home.application().replace("-HS", "-V") + "/transfer/paper"),
                List.of(
                        "/people/" + home.person(1).id(),
                        "/people/" + home.person(1).id() + "/identity"),
                List.of(
                        "/households/" + home.household(1),
                        "/households/" + home.household(1) + "/members",
                        "/households/" + home.household(1) + "/hamlet",
                        "/households/" + home.household(1) + "/leavers/"
                                + home.person(1).id(),
                        "/households/" + home.household(1) + "/authorisation",
                        "/households/" + home.household(1) + "/authorisation/paper?borrower="
                                + home.person(1).id()),
                List.of("/households?q=" + home.household(1)),
                List.of("/cards", "/people/" + home.person(1).id() + "/card"),
                List.of("/classes", "/classes/files", "/classes/files/" + UUID.randomUUID()),
                List.of(
                        "/people/" + home.person(1).id() + "/correction",
                        "/audit",
                        "/audit/submissions",
                        "/audit/seen"),
                List.of("/approvals", "/approvals/batch?id=7", "/approvals/limits", "/approvals/7"),
                List.of("/approvals/limits/capital.grant/DIRECTOR"));
    }

    private Stream<List<String>> ofMessages() {
        return Stream.of(
                List.of(
                        "/people/" + home.person(1).id() + "/contact",
                        "/people/" + home.person(1).id() + "/contact/number",
                        "/people/" + home.person(1).id() + "/messages"),
                List.of("/messages", "/messages/templates", "/messages/templates/RECEIPT/change"),
                List.of("/messages/"
                        + MessageAddresses.message(owner, home.person(1).id())));
    }

    private Stream<List<String>> ofGroupsAndReports() {
        return Stream.of(
                List.of("/groups", "/groups?point=" + home.code + "-01", "/groups/" + home.groupCode()),
                List.of(
                        "/groups/" + home.groupCode() + "/use-checks",
                        "/groups/" + home.groupCode() + "/use-checks/form",
                        "/groups/" + home.groupCode() + "/use-checks/" + home.useSheet(),
                        "/groups/" + home.groupCode() + "/use-checks/" + home.useSheet() + "/form"),
                List.of(
                        "/groups/new",
                        "/groups/" + home.groupCode() + "/changes/exit",
                        "/groups/" + home.groupCode() + "/forms/11-td",
                        "/groups/" + home.groupCode() + "/ratings"),
                List.of("/ratings", "/ratings.csv", "/ratings/rule", "/ratings/rule/change"),
                List.of(
                        "/fees",
                        "/fees/rules",
                        "/fees/rules/rate?of=COMMISSION::",
                        "/fees/rules/band",
                        "/fees/rules/split",
                        "/groups/" + home.groupCode() + "/commission",
                        "/sessions/" + home.session + "/fees"),
                List.of(
                        "/fees/lines?of=" + home.code + ":2024-04",
                        "/fees/statement.xlsx?of=" + home.code + ":2024-04",
                        "/fees/request?of=approval&month=" + home.code + ":2024-04",
                        "/fees/transfer?of=" + home.code + ":2024-04:HPN",
                        "/fees/payment?voucher=" + home.code + "-01-24-000001",
                        "/fees/transfer-back?voucher=" + home.code + "-01-24-000001"),
                List.of(
                        "/loans/" + home.loan(1) + "/changes",
                        "/loans/" + home.loan(1) + "/payoff",
                        "/groups/" + home.groupCode() + "/changes",
                        "/units/" + home.code + "-01/changes"),
                List.of(
                        "/journals",
                        "/journals/" + home.journal("DISBURSEMENT"),
                        "/journals/" + home.journal("DISBURSEMENT") + "/receipts"),
                List.of("/closing", "/closing/minutes", "/reports", "/reports/directive40", "/reports/capital"),
                List.of("/reports/local-share", "/reports/local-share-years"),
                List.of("/reports/local-share-years.csv", "/reports/local-share-years.xlsx"),
                List.of("/reports/loans.csv?unit=" + home.code, "/reports/figures-check"),
                List.of(
                        "/reports/figures-check/example",
                        "/reports/figures-check/files",
                        "/reports/figures-check/files/" + UUID.randomUUID()));
    }

    private Stream<List<String>> ofDeposits() {
        var session = "/sessions/" + home.session;
        var term = "/term-deposits/" + home.termDeposit();
        return Stream.of(
                List.of("/deposits", "/deposits/interest?month=" + home.code + ":2024-04"),
                List.of("/deposits/unclaimed", "/deposits/unclaimed/" + home.member()),
                List.of(session + "/debits", "/groups/" + home.groupCode() + "/consents"),
                List.of(session + "/term-deposits", term, term + "/book"),
                List.of("/term-deposits/rates", "/term-deposits/rates/change?of=VN:12"));
    }

    private Stream<List<String>> ofCash() {
        return Stream.of(
                List.of("/vault", "/vault/book", "/vault/count", "/hand-overs"),
                List.of("/cash-plan", "/cash-plan.xlsx", "/cash-plan.pdf"),
                List.of("/cash-plan/notice.pdf?point=" + home.code + "-01"));
    }

    private Stream<List<String>> ofSupervision() {
        return Stream.of(
                List.of("/session-scores", "/session-scores/rule", "/session-scores/rule/change"),
                List.of("/reports/telegram", "/reports/telegram.xlsx"),
                List.of("/work-lists", "/work-lists/due-next-month", "/work-lists/use-checks", "/work-lists/inactive"),
                List.of(
                        "/groups/" + home.groupCode() + "/reconciliations",
                        "/groups/" + home.groupCode() + "/reconciliations/" + home.reconciliation(),
                        "/groups/" + home.groupCode() + "/reconciliations/" + home.reconciliation() + "/form"),
                List.of("/cases", "/cases.csv", "/cases/" + home.lossCase(), "/cases/" + home.lossCase() + "/closing"),
                List.of("/groups/" + home.groupCode() + "/cases/new"),
                List.of(
                        "/debts",
                        "/debts.xlsx",
                        "/debts.pdf",
                        "/debts/" + home.debtYear() + "/" + home.code + "-01",
                        "/debts/" + home.debtYear() + "/" + home.code + "-01/closing"),
                List.of("/reconciliations", "/reconciliations?point=" + home.code + "-01", "/reconciliations.csv"));
    }

    private Stream<List<String>> ofField() {
        var session = "/sessions/" + home.session;
        var api = "/api/v1/field";
        return Stream.of(
                List.of("/field", "/field/app.js", api + "/me", api + "/devices/" + "0".repeat(64)),
                List.of(api + session + "/events", api + session + "/package", api + "/uploads/" + UUID.randomUUID()),
                List.of("/devices", session + "/desk", session + "/desk/1", session + "/devices/1/give-up"),
                List.of(session + "/withdrawals", session + "/unclaimed", "/collection", "/provisional"));
    }

    private Stream<List<String>> ofPlans() {
        return Stream.of(
                List.of("/plan/asks", "/plan/rule", "/plan/targets/2024:" + home.code + ":GQVL:CENTRAL"),
                List.of("/reports/plan", "/reports/plan.csv", "/reports/plan.xlsx"),
                List.of("/distributions", "/distributions/request", "/fees/rules/provision"),
                List.of("/accounts", "/accounts/BANK/change", "/journals/new", "/journals/transfer", "/periods"),
                List.of(
                        "/journals/reversal?voucher=" + home.code + "-01-24-000001",
                        "/periods/" + home.code + "/months/2024-04",
                        "/periods/" + home.code + "/years/2024"),
                List.of("/reports/trial-balance", "/reports/trial-balance.pdf", "/reports/trial-balance.xlsx"),
                List.of(
                        "/reports/trial-balance-by-programme",
                        "/reports/trial-balance-by-programme.pdf",
                        "/reports/trial-balance-by-programme.xlsx"),
                List.of(
                        "/donations",
                        "/donations/new",
                        "/donations/VNN-1",
                        "/donations/VNN-1/pledges",
                        "/gifts",
                        "/gifts/x"),
                List.of("/donations/VNN-1/gifts/new", "/donations/VNN-1/allocation"),
                List.of("/donations/receipts/VNN-1-000001", "/donations/receipts/VNN-1-000001/refund"),
                List.of("/state-claims", "/state-claims.xlsx", "/state-claims.pdf", "/state-claims/new"),
                List.of(
                        "/state-claims/" + home.claim(),
                        "/state-claims/" + home.claim() + "/acceptance",
                        "/state-claims/" + home.claim() + "/receipt"),
                List.of("/fees/statement.pdf?of=" + home.code + ":2024-04"),
                List.of("/applications/" + home.application() + "/correction"),
                List.of(
                        "/groups/" + home.groupCode() + "/forms/10-td",
                        "/risk/" + home.dossier() + "/papers/01-xln",
                        home.riskList() + "/paper"));
    }

    private String line() {
        return owner.sql("select line_id from loan.movement where loan_id = :loan and kind = 'REPAYMENT' limit 1")
                .param("loan", home.group.loans().get(1))
                .query(String.class)
                .single();
    }
}

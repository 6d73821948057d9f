package org.dongvon.support;

import java.util.ArrayList;
import java.util.List;

/** Addresses of what is of no office, each with the reason why no place of a record can be asked for. */
public final class OpenAddresses {

    private static final List<String> OF_THE_COUNTRY = List.of(
            "/accounts",
            "/amount-in-words",
            "/documents",
            "/documents/new",
            "/fees/rules",
            "/fees/rules/band",
            "/fees/rules/rate",
            "/fees/rules/split",
            "/forms",
            "/messages/templates",
            "/programmes",
            "/ratings/rule",
            "/ratings/rule/change",
            "/rules",
            "/session-scores/rule",
            "/session-scores/rule/change",
            "/term-deposits/rates",
            "/term-deposits/rates/change");

    private OpenAddresses() {}

    /** What everybody finds alike who may open it; the public ones of a village, and of a receipt of its. */
    public static List<Open> of(PeopleVillage home, String receipt) {
        var all = new ArrayList<Open>();
        OF_THE_COUNTRY.forEach(route -> all.add(new Open(route, route, Why.LAW)));
        List.of("/approvals/limits", "/administration/settings")
                .forEach(route -> all.add(new Open(route, route, Why.HOUSE)));
        List.of("/gifts", "/roots", "/roots/roots.txt").forEach(route -> all.add(new Open(route, route, Why.PUBLIC)));
        all.addAll(records(home, receipt));
        return all;
    }

    private static List<Open> records(PeopleVillage home, String receipt) {
        return List.of(
                new Open("/documents/{code}", "/documents/CT-40-2014", Why.LAW),
                new Open("/documents/{code}/uses", "/documents/CT-40-2014/uses", Why.LAW),
                new Open("/programmes/{code}", "/programmes/HONGHEO", Why.LAW),
                new Open(
                        "/programmes/{code}/rules/{rule}/change",
                        "/programmes/SAUCAINGHIEN/rules/SECURITY/change",
                        Why.LAW),
                new Open(
                        "/programmes/{code}/caps/{borrowers}/{basis}/change",
                        "/programmes/SAUCAINGHIEN/caps/ALL/BORROWER/change",
                        Why.LAW),
                new Open("/messages/templates/{kind}/change", "/messages/templates/RECEIPT/change", Why.LAW),
                new Open("/accounts/{code}/change", "/accounts/BANK/change", Why.LAW),
                new Open("/rates/{series}/change", "/rates/HONGHEO/change", Why.LAW),
                new Open("/rules/{code}/change", "/rules/DUE_DATE_RULE/change", Why.LAW),
                new Open("/approvals/limits/{kind}/{role}", "/approvals/limits/capital.grant/DIRECTOR", Why.HOUSE),
                new Open("/administration/settings/{name}", "/administration/settings/IDLE_MINUTES", Why.HOUSE),
                new Open("/roots/{office}", "/roots/" + home.code, Why.PUBLIC),
                new Open("/roots/{office}/roots.txt", "/roots/" + home.code + "/roots.txt", Why.PUBLIC),
                new Open("/gifts/{code}", "/gifts/" + home.giftCode(), Why.PUBLIC),
                new Open("/r/{code}", receipt, Why.PUBLIC),
                new Open("/r/{code}/proof.txt", receipt + "/proof.txt", Why.PUBLIC),
                new Open("/field/{file}", "/field/app.js", Why.HOUSE),
                new Open("/journals/transfer", "/journals/transfer", Why.SCOPE),
                new Open("/state-claims", "/state-claims", Why.SCOPE),
                new Open("/state-claims.xlsx", "/state-claims.xlsx", Why.SCOPE),
                new Open("/state-claims.pdf", "/state-claims.pdf", Why.SCOPE),
                new Open("/state-claims/new", "/state-claims/new", Why.SCOPE),
                new Open("/donations", "/donations", Why.SCOPE),
                new Open("/donations/new", "/donations/new", Why.SCOPE),
                new Open("/risk-rounds/{round}", "/risk-rounds/2024-1", Why.SCOPE),
                new Open("/work-lists/{list}", "/work-lists/use-checks", Why.SCOPE),
                new Open("/work-lists/{list}/export", "/work-lists/use-checks/export", Why.SCOPE));
    }

    /** Why a route has no office. */
    public enum Why {
        /** Law of the country. */
        LAW,
        /** Settings of the house. */
        HOUSE,
        /** Open without a log-in. */
        PUBLIC,
        /** A page of what the reader's own scope holds, whoever reads. */
        SCOPE
    }

    /** An address of a route. */
    public record Open(String route, String address, Why why) {}
}

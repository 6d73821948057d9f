package org.dongvon.identity.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dongvon.shared.WebLimit;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Pages that cost more than others and so may be asked for less often; the first budget that names a page is its own. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are fixed, and patterns do not change.
enum Budget {
    /** Files that people hand in. The only pages that read forms with files. */
    UPLOADS(WebLimit.UPLOADS_PER_MINUTE, "/reports/figures-check/files", "/classes/files", "/incoming/files"),
    /** Files that people take along. */
    EXPORTS(
            WebLimit.EXPORTS_PER_MINUTE,
            "/people/{id}/export",
            "/cards/export",
            "/work-lists/{list}/export",
            "/ratings.csv",
            "/reconciliations.csv",
            "/cases.csv",
            "/debts.xlsx",
            "/debts.pdf",
            "/fees/statement.xlsx",
            "/fees/statement.pdf",
            "/state-claims.xlsx",
            "/state-claims.pdf",
            "/capital/sources.xlsx",
            "/capital/sources.pdf",
            "/capital/{contract}/statement.xlsx",
            "/capital/{contract}/statement.pdf",
            "/capital/{contract}/interest.xlsx",
            "/capital/{contract}/interest.pdf",
            "/capital/{contract}/boards.xlsx",
            "/capital/{contract}/boards.pdf",
            "/audit/submissions/export",
            "/audit/seen/export",
            "/reports/loans.csv",
            "/reports/local-share-years.csv",
            "/reports/local-share-years.xlsx",
            "/reports/trial-balance.xlsx",
            "/reports/trial-balance.pdf",
            "/reports/trial-balance-by-programme.xlsx",
            "/reports/trial-balance-by-programme.pdf",
            "/reports/plan.csv",
            "/reports/plan.xlsx",
            "/reports/telegram.xlsx",
            "/cash-plan.xlsx",
            "/cash-plan.pdf",
            "/cash-plan/notice.pdf",
            "/sessions/{id}/meeting/paper",
            "/capital/{contract}/loans.csv",
            "/sessions/{id}/forms/{form}",
            "/vouchers/{number}/receipts",
            "/journals/{id}/receipts",
            "/reports/figures-check/example"),
    /** Figures that are summed when asked for. */
    REPORTS(
            WebLimit.REPORTS_PER_MINUTE,
            "/reports/directive40",
            "/reports/capital",
            "/reports/local-share",
            "/reports/local-share-years",
            "/reports/trial-balance",
            "/reports/trial-balance-by-programme",
            "/reports/plan",
            "/reports/telegram",
            "/cash-plan",
            "/reconciliations",
            "/debts",
            "/capital/sources",
            "/capital/{contract}",
            "/capital/{contract}/interest",
            "/distributions",
            "/capital/{contract}/loans",
            "/reports/figures-check",
            "/reports/figures-check/files/{key}",
            "/classes/files/{key}");

    private final WebLimit limit;
    private final List<PathPattern> pages;

    Budget(WebLimit limit, String... pages) {
        this.limit = limit;
        this.pages = Arrays.stream(pages)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /** The budget of a page; most have none of their own. Looking at the form of an upload is none. */
    static Optional<Budget> of(String path, boolean isReading) {
        return Arrays.stream(values())
                .filter(budget -> budget != UPLOADS || !isReading)
                .filter(budget -> budget.names(path))
                .findFirst();
    }

    WebLimit limit() {
        return limit;
    }

    List<PathPattern> pages() {
        return pages;
    }

    private boolean names(String path) {
        var container = PathContainer.parsePath(path);
        return pages.stream().anyMatch(page -> page.matches(container));
    }
}

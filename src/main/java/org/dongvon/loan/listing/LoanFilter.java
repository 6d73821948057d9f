package org.dongvon.loan.listing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a list of loans was asked for; its address says all of it. Empty texts filter nothing. */
record LoanFilter(
        String q,
        String programme,
        String group,
        String point,
        @Nullable State state,
        String after) {

    /** A loan's state as people filter by it. */
    enum State {
        IN_TERM(true),
        OVERDUE(true),
        CLOSED(false),
        APPROVED(false),
        CANCELLED(false),
        WRITTEN_OFF(false);

        private final boolean owing;

        State(boolean owing) {
            this.owing = owing;
        }
    }

    /** As the address says it. */
    static LoanFilter of(Map<String, String> query) {
        return new LoanFilter(
                text(query, "q"),
                text(query, "programme"),
                text(query, "group").toUpperCase(Locale.ROOT),
                text(query, "point"),
                state(text(query, "state")),
                text(query, "after"));
    }

    private static String text(Map<String, String> query, String name) {
        // PostgreSQL keeps no NUL; nobody types one.
        return query.getOrDefault(name, "").replace("\0", "").strip();
    }

    private static @Nullable State state(String text) {
        for (var state : State.values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        return null;
    }

    /** The states there are. */
    public List<State> states() {
        return List.of(State.values());
    }

    /** Whether anything is filtered. */
    public boolean isAny() {
        return !(q.isEmpty() && isPlain());
    }

    /** Whether nothing but a text is asked for: then a code jumps to its page. */
    public boolean isPlain() {
        return programme.isEmpty() && group.isEmpty() && point.isEmpty() && state == null;
    }

    public boolean isFirstPage() {
        return after.isEmpty();
    }

    /** The address of this list after a loan. */
    String address(String afterCode) {
        return address("/loans", afterCode);
    }

    /** The address of the file with the same loans; nothing for loans that have no balance. */
    @Nullable
    String file() {
        return state == null || state.owing ? address("/reports/loans.csv", "") : null;
    }

    private String address(String path, String afterCode) {
        var address = UriComponentsBuilder.fromPath(path);
        query(address, "q", q);
        query(address, "programme", programme);
        query(address, "group", group);
        query(address, "point", point);
        query(address, "state", state == null ? "" : state.name());
        query(address, "after", afterCode);
        return address.encode().build().toUriString();
    }

    private static void query(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}

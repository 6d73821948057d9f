package org.dongvon.identity.access;

import static org.dongvon.shared.Role.AUDITOR;
import static org.dongvon.shared.Role.CONTROLLER;
import static org.dongvon.shared.Role.DIRECTOR;
import static org.dongvon.shared.Role.LEADER;
import static org.dongvon.shared.Role.TELLER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which roles read and which write which pages: the only place. The first line that fits counts; a page that no line
 * names is refused to all. An auditor writes nothing.
 */
public final class PageAccess {

    private static final Set<Role> EVERYONE = Set.of(LEADER, TELLER, CONTROLLER, DIRECTOR, AUDITOR);
    private static final Set<Role> NOBODY = Set.of();

    //   pages, who reads (GET), who writes (POST)
    private static final List<PageAccess> TABLE = List.of(
            page("/", EVERYONE, NOBODY),
            page("/amount-in-words", EVERYONE, NOBODY),
            page("/sessions", EVERYONE, Set.of(LEADER)),
            page("/sessions/new", Set.of(LEADER), NOBODY),
            page("/sessions/{id}", EVERYONE, NOBODY),
            page("/sessions/{id}/sheets/{group}", EVERYONE, Set.of(TELLER)),
            page("/sessions/{id}/counter", EVERYONE, NOBODY),
            page("/sessions/{id}/counter/{loan}", EVERYONE, Set.of(TELLER)),
            page("/sessions/{id}/cash", EVERYONE, Set.of(CONTROLLER)),
            page("/vouchers/{number}", EVERYONE, NOBODY),
            page("/vouchers/{number}/reversal", NOBODY, Set.of(TELLER)),
            page("/vouchers/{number}/{line}", EVERYONE, NOBODY),
            page("/programmes", EVERYONE, NOBODY),
            page("/programmes/{code}", EVERYONE, NOBODY),
            page("/rules", EVERYONE, NOBODY),
            page("/documents", EVERYONE, NOBODY),
            page("/documents/{code}", EVERYONE, NOBODY),
            page("/documents/{code}/uses", EVERYONE, NOBODY),
            page("/loans", EVERYONE, NOBODY),
            page("/loans/{code}", EVERYONE, NOBODY),
            page("/loans/{code}/interest/{line}", EVERYONE, NOBODY),
            page("/groups", EVERYONE, NOBODY),
            page("/groups/{code}", EVERYONE, NOBODY),
            page("/journals", EVERYONE, NOBODY),
            page("/journals/{id}", EVERYONE, NOBODY),
            page("/closing", EVERYONE, Set.of(DIRECTOR)),
            page("/reports", EVERYONE, NOBODY),
            page("/reports/directive40", EVERYONE, NOBODY),
            page("/reports/capital", EVERYONE, NOBODY),
            page("/reports/figures-check", EVERYONE, NOBODY),
            page("/reports/figures-check/example", EVERYONE, NOBODY),
            page("/reports/figures-check/files", Set.of(DIRECTOR), Set.of(DIRECTOR)),
            page("/reports/figures-check/files/{key}", Set.of(DIRECTOR), Set.of(DIRECTOR)));

    private final PathPattern path;
    private final Set<Role> readers;
    private final Set<Role> writers;

    private PageAccess(PathPattern path, Set<Role> readers, Set<Role> writers) {
        if (writers.contains(AUDITOR)) {
            throw new IllegalArgumentException("an auditor writes nothing: " + path);
        }
        this.path = path;
        this.readers = readers;
        this.writers = writers;
    }

    private static PageAccess page(String path, Set<Role> readers, Set<Role> writers) {
        return new PageAccess(PathPatternParser.defaultInstance.parse(path), readers, writers);
    }

    /** The line for a path. */
    public static Optional<PageAccess> of(String path) {
        return TABLE.stream().filter(line -> line.holds(path)).findFirst();
    }

    /** All lines, for the test that compares them with the pages there are. */
    static List<PageAccess> table() {
        return TABLE;
    }

    boolean holds(String page) {
        return path.matches(PathContainer.parsePath(page));
    }

    String path() {
        return path.getPatternString();
    }

    public boolean mayRead(Role role) {
        return readers.contains(role);
    }

    boolean mayWrite(Role role) {
        return writers.contains(role);
    }

    boolean isReadOnly() {
        return writers.isEmpty();
    }
}
